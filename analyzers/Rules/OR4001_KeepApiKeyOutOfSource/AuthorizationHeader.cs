using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>The constant texts that a body sends as the key of an Authorization header.</summary>
internal static class AuthorizationHeader
{
    private const string Scheme = "Bearer ";

    public static IEnumerable<ConstantText> KeysIn(IOperation operation, BodyContext body)
    {
        return operation switch
        {
            IObjectCreationOperation { Type: { Name: "AuthenticationHeaderValue", ContainingNamespace.Name: "Headers" }, Arguments: { Length: 2 } arguments }
                when IsText(arguments[0].Value, "Bearer") => Texts(arguments[1].Value, body),
            IInvocationOperation { TargetMethod: { Name: "Add" or "TryAddWithoutValidation", ContainingType.Name: "HttpHeaders" }, Arguments: { Length: 2 } arguments }
                when IsText(arguments[0].Value, "Authorization") => Texts(arguments[1].Value, body),
            _ => [],
        };
    }

    /// <summary>The key alone, without the word in front of it.</summary>
    public static string KeyOf(string value)
    {
        return value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value.Substring(Scheme.Length) : value;
    }

    private static IEnumerable<ConstantText> Texts(IOperation value, BodyContext body)
    {
        var whole = ConstantTexts.Reaching(value, body);
        return whole.Count > 0 ? whole : Parts(value).SelectMany(part => ConstantTexts.Reaching(part, body));
    }

    private static IEnumerable<IOperation> Parts(IOperation value)
    {
        return value switch
        {
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => [sum.LeftOperand, sum.RightOperand],
            _ => [],
        };
    }

    private static bool IsText(IOperation value, string text)
    {
        return value.ConstantValue is { HasValue: true, Value: string constant } && string.Equals(constant, text, StringComparison.OrdinalIgnoreCase);
    }
}
