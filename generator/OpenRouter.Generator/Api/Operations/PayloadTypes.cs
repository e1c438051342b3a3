using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Types for what the service sends by itself, so that a receiver can parse it; no method sends such a thing.</summary>
internal static class PayloadTypes
{
    public static List<TypeRef> Of(OpenApiDocument document, IReadOnlyList<Operation> selected, bool isWhole, TypeResolver types)
    {
        var received = selected.SelectMany(static operation => operation.Callbacks).Concat(isWhole ? document.Webhooks : []);
        return received
            .SelectMany(static webhook => webhook.RequestBodies.Select(body => (Webhook: webhook, body.Schema)))
            .Where(static payload => payload.Schema is not null)
            .Select(payload => types.Resolve(payload.Schema!, NameOf(payload.Webhook)))
            .ToList();
    }

    private static string NameOf(Operation webhook) => (ChosenName.Read(webhook.Node, "x-csharp-name") ?? CSharpName.Pascal(webhook.Id ?? webhook.Path)) + "Payload";
}
