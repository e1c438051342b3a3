using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Calls that take a whole text as JSON, and fail when it is none.</summary>
internal static class JsonParserCall
{
    /// <summary>The text that is parsed, or nothing when the call is not of a parser.</summary>
    public static IOperation? TextOf(IInvocationOperation call)
    {
        return IsParser(call.TargetMethod) ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value : null;
    }

    /// <summary>Whether text that is not JSON is expected: the failure of the parser is caught in the same function.</summary>
    public static bool IsFailureCaught(IOperation call)
    {
        for (var child = call; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == child && attempt.Catches.Any(static clause => CatchesFailure(clause.ExceptionType)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParser(IMethodSymbol method)
    {
        return (method.ContainingType.Name, method.Name, SpaceOf(method.ContainingType)) switch
        {
            ("JsonSerializer", "Deserialize", "System.Text.Json") => true,
            ("JsonDocument" or "JsonElement", "Parse", "System.Text.Json") => true,
            ("JsonNode" or "JsonArray" or "JsonObject", "Parse", "System.Text.Json.Nodes") => true,
            ("JsonConvert", "DeserializeObject" or "DeserializeAnonymousType", "Newtonsoft.Json") => true,
            ("JToken" or "JObject" or "JArray", "Parse", "Newtonsoft.Json.Linq") => true,
            _ => false,
        };
    }

    private static bool CatchesFailure(ITypeSymbol? caught)
    {
        return caught is null or { SpecialType: SpecialType.System_Object }
            || (caught.Name, SpaceOf(caught)) is ("Exception" or "SystemException", "System") or ("JsonException", "System.Text.Json")
                or ("JsonException" or "JsonReaderException" or "JsonSerializationException", "Newtonsoft.Json");
    }

    private static string SpaceOf(ITypeSymbol type)
    {
        return type.ContainingNamespace?.ToDisplayString() ?? string.Empty;
    }
}
