using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>A loop that does nothing but append the text of each chunk: the stream's own collector does the same.</summary>
internal sealed class CollectingLoop
{
    private CollectingLoop(IMethodSymbol collector, IPropertySymbol collectedText)
    {
        Collector = collector;
        CollectedText = collectedText;
    }

    public IMethodSymbol Collector { get; }

    public IPropertySymbol CollectedText { get; }

    public static CollectingLoop? TryFind(IOperation consumption, StreamExpression stream, KnownTypes known)
    {
        if (consumption is not IForEachLoopOperation loop ||
            stream.Operators.Count > 0 ||
            stream.Source.Type is not { } type ||
            CollectorOf(type, known) is not { } collector ||
            AppendedIn(loop.Body, known) is not { } appended ||
            TextIn(appended, known) is not { } text ||
            MatchingText(collector, text, known) is not { } collected)
        {
            return null;
        }

        return new CollectingLoop(collector, collected);
    }

    private static IMethodSymbol? CollectorOf(ITypeSymbol type, KnownTypes known)
    {
        return type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } }
            && known.IsCollector(method)
            && method.Parameters.All(parameter => parameter.IsOptional && known.IsToken(parameter.Type)));
    }

    // The body: one appending statement, alone or in a block. Anything more may have a purpose that a collector lacks.
    private static IOperation? AppendedIn(IOperation body, KnownTypes known)
    {
        var statement = body is IBlockOperation { Operations.Length: 1 } block ? block.Operations[0] : body;
        return statement is IExpressionStatementOperation { Operation: var operation } ? AppendedBy(operation, known) : null;
    }

    private static IOperation? AppendedBy(IOperation operation, KnownTypes known)
    {
        return operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Append", Instance: ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation, Arguments.Length: 1 } call
                when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, known.StringBuilder) => call.Arguments[0].Value,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation or IFieldReferenceOperation } sum
                when sum.Type?.SpecialType == SpecialType.System_String => sum.Value,
            _ => null,
        };
    }

    private static IPropertySymbol? TextIn(IOperation appended, KnownTypes known)
    {
        var texts = appended.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Where(reference => known.Members.IsModelText(reference.Property)).ToList();
        var isPlain = appended.DescendantsAndSelf().All(static operation => operation
            is IPropertyReferenceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or ILocalReferenceOperation
            or IConversionOperation or ILiteralOperation or IArrayElementReferenceOperation or IArgumentOperation or IImplicitIndexerReferenceOperation
            or IUnaryOperation
            || (operation is IInvocationOperation call && LinqCall.Is(call)));
        return isPlain && texts.Count == 1 ? texts[0].Property : null;
    }

    private static IPropertySymbol? MatchingText(IMethodSymbol collector, IPropertySymbol text, KnownTypes known)
    {
        // An answer of the runtime's own marks nothing: its names are its contract then.
        var answer = ((INamedTypeSymbol)collector.ReturnType).TypeArguments[0];
        var strings = answer.GetMembers().OfType<IPropertySymbol>().Where(static property => property.Type.SpecialType == SpecialType.System_String).ToList();
        var candidates = strings.Exists(known.Members.IsModelText) ? strings.FindAll(known.Members.IsModelText) : strings;
        return candidates.FirstOrDefault(property => property.Name == text.Name)
            ?? (text.Name is "Content" or "Text" ? candidates.FirstOrDefault(static property => property.Name is "Text" or "Content") : null);
    }
}
