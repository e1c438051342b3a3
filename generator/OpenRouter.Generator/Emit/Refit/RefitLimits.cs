using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit.Refit;

/// <summary>Knows which operations and parameters Refit's attributes can say.</summary>
internal static class RefitLimits
{
    /// <summary>Why an operation cannot be said; null when it can.</summary>
    public static string? WhyNot(OperationModel operation) => operation switch
    {
        { HttpMethod: not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS") } => "Refit has no attribute for its HTTP method",
        { ServerUrl: not null } => "it has a server of its own",
        { Body.Kind: BodyKind.Multipart or BodyKind.UrlEncoded } => "its body is a form",
        _ => operation.Arguments.Any(static argument => !CanSay(argument)) ? "a required parameter is written in a style that Refit does not have" : null,
    };

    /// <summary>Whether a parameter can be said. Optional ones that cannot are left out.</summary>
    public static bool CanSay(ParameterModel parameter) =>
        !parameter.IsJson && parameter.Style is ParameterStyle.Simple or ParameterStyle.Form && parameter.Location switch
        {
            "path" or "header" => IsText(parameter.Type),
            "query" => IsText(parameter.Type) || (parameter.Type is { Kind: TypeKind.List, Item: { } item } && IsText(item)),
            _ => false,
        };

    private static bool IsText(TypeRef type) => type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double
        or TypeKind.Decimal or TypeKind.DateTimeOffset or TypeKind.Guid or TypeKind.Uri or TypeKind.Enum or TypeKind.NumberEnum;
}
