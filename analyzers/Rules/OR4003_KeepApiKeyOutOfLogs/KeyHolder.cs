using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>A variable, field or property: what it is given, and where it is mentioned, in the body or in the file of its type.</summary>
internal sealed class KeyHolder
{
    private KeyHolder(IReadOnlyList<IOperation> values, IReadOnlyList<IOperation> mentions, int mostValues)
    {
        Values = values;
        Mentions = mentions;
        MostValues = mostValues;
    }

    /// <summary>All values but null and the empty text.</summary>
    public IReadOnlyList<IOperation> Values { get; }

    public IReadOnlyList<IOperation> Mentions { get; }

    /// <summary>With how many values it holds but one: a parameter has its first from the caller.</summary>
    public int MostValues { get; }

    public static ISymbol? SymbolOf(IOperation mention)
    {
        return mention switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
            _ => null,
        };
    }

    /// <summary>Nothing when it is changed in a way that cannot be followed, or has nothing to do with keys at first sight.</summary>
    public static KeyHolder? TryRead(ISymbol symbol, IOperation mention, BodyContext body)
    {
        if (MentionsOf(symbol, mention, body) is not { } mentions)
        {
            return null;
        }

        var values = FirstValuesOf(symbol, mention, body.CancellationToken).ToList();
        foreach (var other in mentions)
        {
            if (other.Parent is ISimpleAssignmentOperation or ICoalesceAssignmentOperation && ((IAssignmentOperation)other.Parent).Target == other)
            {
                values.Add(((IAssignmentOperation)other.Parent).Value);
            }
            else if (LocalValue.IsWritten(other))
            {
                return null;
            }
        }

        // Of another object it is known what it is used for here, not what it was given.
        return new KeyHolder(IsOfOther(mention) ? [] : values.Where(static value => !IsNothing(value)).ToList(), mentions, symbol is IParameterSymbol ? 0 : 1);
    }

    /// <summary>Whether it is a member of another object than the one whose code it is.</summary>
    public static bool IsOfOther(IOperation mention)
    {
        return mention is IMemberReferenceOperation { Instance: not (null or IInstanceReferenceOperation) };
    }

    private static bool IsNothing(IOperation value)
    {
        return value.ConstantValue is { HasValue: true, Value: null or "" }
            || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
    }

    private static IReadOnlyList<IOperation>? MentionsOf(ISymbol symbol, IOperation mention, BodyContext body)
    {
        if (IsOfBody(symbol, body))
        {
            // What a helper declares stands in the helper.
            return body.Facts.References.Of(symbol) is { Count: > 0 } found ? found : In(RootOf(mention), symbol);
        }

        var places = KeyPlaces.Around(mention, body.CancellationToken);
        return places.MayGive(mention) || (places.ReadsKeys && !IsOfOther(mention)) ? InType(places.Type, symbol, mention, body.CancellationToken) : null;
    }

    // The parameters of a primary constructor are known in the whole type.
    private static bool IsOfBody(ISymbol symbol, BodyContext body)
    {
        return symbol is ILocalSymbol
            || (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol function }
                && (function.MethodKind != MethodKind.Constructor || SymbolEqualityComparer.Default.Equals(function, body.Owner)));
    }

    private static IReadOnlyList<IOperation> InType(SyntaxNode type, ISymbol symbol, IOperation mention, CancellationToken cancellationToken)
    {
        var written = mention.Syntax.ToString();
        var model = mention.SemanticModel!;
        return type.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name)
            .Select(static name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (SyntaxNode)access : name)
            .Where(name => !IsOfOther(mention) || name.ToString() == written)
            .Select(name => model.GetOperation(name, cancellationToken))
            .Where(operation => operation is not null && SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol))
            .ToList()!;
    }

    private static IReadOnlyList<IOperation> In(IOperation root, ISymbol symbol)
    {
        return root.DescendantsAndSelf().Where(operation => SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol)).ToList();
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>What it is declared with: an initialiser, or what a pattern was matched against.</summary>
    private static IEnumerable<IOperation> FirstValuesOf(ISymbol symbol, IOperation mention, CancellationToken cancellationToken)
    {
        if (mention is ILocalReferenceOperation local)
        {
            return LocalValue.Declaration(local) switch
            {
                IVariableDeclaratorOperation { Parent: not IForEachLoopOperation } declarator when declarator.GetVariableInitializer() is { } initializer => [initializer.Value],
                IPatternOperation pattern when MatchedBy(pattern) is { } matched => [matched],
                _ => [],
            };
        }

        var declaration = symbol is IParameterSymbol ? null : symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        var first = declaration switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        // The mark that something is not null is no operation.
        while (first is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain)
        {
            first = certain.Operand;
        }

        return first is not null && mention.SemanticModel is { } model && model.SyntaxTree == first.SyntaxTree && model.GetOperation(first, cancellationToken) is { } value
            ? [value]
            : [];
    }

    private static IOperation? MatchedBy(IPatternOperation pattern)
    {
        return pattern.Parent switch
        {
            IIsPatternOperation match => match.Value,
            INegatedPatternOperation negated => MatchedBy(negated),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            _ => null,
        };
    }
}
