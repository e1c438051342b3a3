using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Says which security schemes the client does not speak by itself, and how to speak them.</summary>
internal static class SecurityNotes
{
    public static void Add(OpenApiDocument document, IReadOnlyList<Operation> selected, ProblemList problems)
    {
        var used = new HashSet<string>(selected.SelectMany(static operation => operation.SecuritySchemes));
        foreach (var scheme in document.SecuritySchemes.Where(scheme => !scheme.IsBearer && used.Contains(scheme.Name)))
        {
            problems.Add(ProblemRule.Security, scheme.Span, $"The client speaks bearer tokens only. The scheme '{scheme.Name}' ({Words(scheme)}) is left to you: {Advice(scheme)}.");
        }
    }

    private static string Words(SecurityScheme scheme) => scheme.Type switch
    {
        "apiKey" => $"a key in the {scheme.Location} '{scheme.Parameter}'",
        "http" => $"HTTP {scheme.Scheme}",
        "mutualTLS" => "certificates on both sides",
        _ => scheme.Type,
    };

    private static string Advice(SecurityScheme scheme) => scheme switch
    {
        { Type: "apiKey", Location: "header" } when scheme.Parameter?.ToLowerInvariant() is not ("authorization" or "cookie") => $"put '{scheme.Parameter}' into OpenRouterClientOptions.DefaultHeaders",
        { Type: "mutualTLS" } => "give OpenRouterClientOptions.Handler a handler with your certificate",
        _ => "give OpenRouterClientOptions.Handler a handler that adds it",
    };
}
