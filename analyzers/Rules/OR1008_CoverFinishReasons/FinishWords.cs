using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>Every value that is known of the finish reason that a switch decides on.</summary>
internal static class FinishWords
{
    // Plain strings: which service speaks is told by the words that are handled.
    private static readonly string[][] s_families =
    [
        ["stop", "length", "content_filter", "tool_calls", "error"],
        ["end_turn", "max_tokens", "stop_sequence", "tool_use", "refusal"],
    ];

    public static IReadOnlyList<FinishWord> Of(IOperation value, IReadOnlyCollection<IOperation> labels)
    {
        if (Bare(value.Type) is { TypeKind: TypeKind.Enum } closed)
        {
            return ConstantsOf(closed);
        }

        if (ConstantsBehind(value) is { Count: > 0 } constants)
        {
            return constants;
        }

        var named = labels.OfType<IFieldReferenceOperation>().FirstOrDefault()?.Field.ContainingType;
        if (named is { ContainingType: not null })
        {
            return ConstantsOf(named);
        }

        var texts = labels.Select(static label => label.ConstantValue.Value as string).ToList();
        var families = s_families.Where(family => family.Any(texts.Contains)).ToList();
        return families.Count == 1 ? families[0].Select(static text => new FinishWord(string.Empty, text)).ToList() : [];
    }

    /// <summary>The label as a word; nothing for <c>null</c>.</summary>
    public static string? TextOf(IOperation label)
    {
        if (Unwrapped(label) is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member })
        {
            return member.Name;
        }

        return label.ConstantValue.Value as string;
    }

    public static IOperation Unwrapped(IOperation label)
    {
        return label is IConversionOperation conversion ? Unwrapped(conversion.Operand) : label;
    }

    // The text of an enum that is open for new values: the known ones stand in a class of the type.
    private static IReadOnlyList<FinishWord> ConstantsBehind(IOperation value)
    {
        var text = value;
        while (text is IConditionalAccessOperation or IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
        {
            text = text switch
            {
                IConditionalAccessOperation access => access.WhenNotNull,
                IConversionOperation conversion => conversion.Operand,
                ICoalesceOperation coalesce => coalesce.Value,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                _ => text,
            };
        }

        var owner = text switch
        {
            IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_String } property => Bare(property.Instance?.Type),
            IInvocationOperation { TargetMethod.Name: "ToString" } call => Bare(call.Instance?.Type),
            _ => null,
        };
        return owner is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum }
            ? owner.GetTypeMembers().Where(static nested => nested.IsStatic).Select(ConstantsOf).FirstOrDefault(static words => words.Any(static word => word.Meaning != FinishMeaning.Other)) ?? []
            : [];
    }

    private static IReadOnlyList<FinishWord> ConstantsOf(ITypeSymbol type)
    {
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(static field => field.HasConstantValue)
            .Select(FinishWord.Of)
            .OfType<FinishWord>()
            .ToList();
    }

    private static ITypeSymbol? Bare(ITypeSymbol? type)
    {
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }
}
