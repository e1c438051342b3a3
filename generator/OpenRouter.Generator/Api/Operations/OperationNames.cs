using System;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Names operations: our extension first, then operationId, then verb and path.</summary>
internal static class OperationNames
{
    public static string NameOf(Operation operation) =>
        operation.Node.String("x-csharp-name")
        ?? (operation.Id is { } id ? CSharpName.Pascal(id) : CSharpName.Pascal(operation.Method) + CSharpName.Pascal(operation.Path));

    public static string StreamNameOf(Operation operation, string name)
    {
        if (operation.Node.String("x-csharp-stream-name") is { } chosen)
        {
            return chosen;
        }

        return name.StartsWith("Create", StringComparison.Ordinal) ? "CreateStreaming" + name.Substring(6) : "Stream" + name;
    }

    public static string GroupOf(Operation operation, OpenApiDocument document)
    {
        var tag = operation.Tag ?? "Default";
        foreach (var known in document.Tags)
        {
            if (known.Name == tag && known.CSharpName is { } chosen)
            {
                return chosen;
            }
        }

        return CSharpName.Pascal(tag);
    }
}
