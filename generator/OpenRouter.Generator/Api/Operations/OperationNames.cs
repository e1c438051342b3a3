using System;
using System.Linq;
using System.Text;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Names operations: our extension first, then operationId, then verb and path.</summary>
internal static class OperationNames
{
    public static string NameOf(Operation operation) =>
        ChosenName.Read(operation.Node, "x-csharp-name")
        ?? (operation.Id is { } id ? CSharpName.Pascal(id) : CSharpName.Pascal(operation.Method) + PathName(operation.Path));

    public static string StreamNameOf(Operation operation, string name)
    {
        if (ChosenName.Read(operation.Node, "x-csharp-stream-name") is { } chosen)
        {
            return chosen;
        }

        return name.StartsWith("Create", StringComparison.Ordinal) ? "CreateStreaming" + name.Substring(6) : "Stream" + name;
    }

    /// <summary>
    /// The group of an operation: its first tag. Without one it is the first word of its path, as paths begin with what
    /// they are about; a single group for all of them would be a list without an order.
    /// </summary>
    public static string GroupOf(Operation operation, OpenApiDocument document)
    {
        if (operation.Tag is not { } tag)
        {
            var word = operation.Path.Split('/').FirstOrDefault(static part => part.Length > 0 && part.IndexOf('{') < 0 && !IsVersion(part));
            return word is null ? "Default" : CSharpName.Pascal(word);
        }

        foreach (var known in document.Tags)
        {
            if (known.Name == tag && known.CSharpName is { } chosen)
            {
                return chosen;
            }
        }

        return CSharpName.Pascal(tag);
    }

    /// <summary>Whether a part of a path only says which API it is: <c>api</c>, <c>v1</c>, <c>v2beta1</c>.</summary>
    private static bool IsVersion(string part) =>
        part.Equals("api", StringComparison.OrdinalIgnoreCase) || (part.Length > 1 && part[0] is 'v' or 'V' && char.IsDigit(part[1]));

    /// <summary><c>/users/{id}/posts</c> is UsersByIdPosts, <c>/{owner}/{name}</c> is ByOwnerAndName.</summary>
    private static string PathName(string path)
    {
        var name = new StringBuilder();
        var isAfterPlaceholder = false;
        foreach (var part in path.Split('/').Where(static part => part.Length > 0))
        {
            var isPlaceholder = part[0] == '{' && part[part.Length - 1] == '}';
            name.Append(isPlaceholder ? isAfterPlaceholder ? "And" : "By" : "").Append(CSharpName.Pascal(part));
            isAfterPlaceholder = isPlaceholder;
        }

        return name.Length == 0 ? "Root" : name.ToString();
    }
}
