using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;

/// <summary>Whether a clause catches what a broken stream throws.</summary>
internal static class CaughtFailure
{
    public static bool Of(ICatchClauseOperation clause, ITypeSymbol chunk, KnownTypes known)
    {
        return IsFailure(clause.ExceptionType, chunk, known) && (clause.Filter is null || LetsFailuresIn(clause.Filter, known));
    }

    public static bool IsEverything(ITypeSymbol? type)
    {
        return type is null || type.SpecialType == SpecialType.System_Object || Is(type, "System", "Exception");
    }

    private static bool IsFailure(ITypeSymbol? type, ITypeSymbol chunk, KnownTypes known)
    {
        return IsEverything(type)
            || (!known.IsCancellation(type)
                && (Is(type!, "System.Net.Http", "HttpRequestException") || Is(type!, "System.IO", "IOException") || IsOfClient(type!, chunk)));
    }

    // Exceptions of the client stand in the namespaces of its models, or in those of the annotations.
    private static bool IsOfClient(ITypeSymbol type, ITypeSymbol chunk)
    {
        var root = RootOf(type.ContainingNamespace);
        return root.Length > 0 && (root == RootOf(chunk.ContainingNamespace) || AnnotationNames.StreamChunk.StartsWith(root + ".", System.StringComparison.Ordinal));
    }

    // A filter that only asks for types says which failures come in; any other one decides something.
    private static bool LetsFailuresIn(IOperation filter, KnownTypes known)
    {
        return filter switch
        {
            IIsTypeOperation test => !known.IsCancellation(test.TypeOperand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsTypeOperation } => true,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IParenthesizedOperation { Operand: IIsTypeOperation } } => true,
            IIsPatternOperation match => match.Pattern is INegatedPatternOperation { Pattern: ITypePatternOperation }
                || TypesOf(match.Pattern) is { Count: > 0 } types && types.Any(type => !known.IsCancellation(type)),
            _ => false,
        };
    }

    private static List<ITypeSymbol>? TypesOf(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case ITypePatternOperation type:
                return [type.MatchedType];
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return TypesOf(either.LeftPattern) is { } left && TypesOf(either.RightPattern) is { } right ? [.. left, .. right] : null;
            default:
                return null;
        }
    }

    private static bool Is(ITypeSymbol type, string space, string name)
    {
        return type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;
    }

    private static string RootOf(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name ?? string.Empty;
    }
}
