using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6003_ProcessNewTextOnly;

/// <summary>What grows in a loop over a stream, and which operations go through all of it.</summary>
internal sealed class WholeText
{
    private static readonly string[] s_processing =
    [
        "Render", "Redraw", "Rerender", "Wrap", "Rewrap", "Format", "Reformat", "Convert", "ToHtml", "ToMarkdown", "ToMarkup", "Highlight",
        "Sanitize", "Strip", "Clean", "Escape", "Encode", "Serialize", "Tokenize", "Split", "Parse", "Transform", "Markdown",
    ];

    private readonly ILoopOperation _loop;
    private readonly BodyContext _body;
    private readonly HashSet<ISymbol> _grown = new(SymbolEqualityComparer.Default);

    private WholeText(ILoopOperation loop, BodyContext body)
    {
        _loop = loop;
        _body = body;
        foreach (var operation in loop.Body.DescendantsAndSelf())
        {
            if (GrownBy(operation) is { } symbol && !IsBegunAnew(symbol))
            {
                _grown.Add(symbol);
            }
        }
    }

    public static WholeText Of(ILoopOperation loop, BodyContext body)
    {
        return new WholeText(loop, body);
    }

    /// <summary>The mention of what is gone through as a whole by the operation, or nothing.</summary>
    public IOperation? ProcessedBy(IOperation operation)
    {
        return _grown.Count == 0 ? null : operation switch
        {
            IInterpolationOperation part when IsBuilder(part.Expression.Type) => Grown(part.Expression),
            IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true } } call when IsBuilder(call.TargetMethod.ContainingType) => Grown(Receiver(call)),
            IInvocationOperation call => ProcessedBy(call),
            _ => null,
        };
    }

    private IOperation? ProcessedBy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return method.Name switch
            {
                "Join" or "Concat" => call.Arguments.Select(argument => Grown(argument.Value)).FirstOrDefault(static mention => mention is not null && mention.Type?.SpecialType != SpecialType.System_String),
                "Split" or "Replace" => Grown(Receiver(call)),
                _ => null,
            };
        }

        return IsProcessing(method) ? call.Arguments.Select(argument => GrownString(argument.Value)).FirstOrDefault(static mention => mention is not null) : null;
    }

    // What says by its name that it goes through all of a text.
    private static bool IsProcessing(IMethodSymbol method)
    {
        return method.ContainingType is { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" }
            || s_processing.Any(verb => method.Name.StartsWith(verb, System.StringComparison.Ordinal));
    }

    private IOperation? GrownString(IOperation value)
    {
        return Grown(value) is { Type.SpecialType: SpecialType.System_String } mention ? mention : null;
    }

    private IOperation? Grown(IOperation? value)
    {
        return value switch
        {
            IConversionOperation conversion => Grown(conversion.Operand),
            _ => Accumulation.SymbolOf(value) is { } symbol && _grown.Contains(symbol) ? value : null,
        };
    }

    private static IOperation? Receiver(IInvocationOperation call)
    {
        return call.Instance is IConditionalAccessInstanceOperation placeholder ? (ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation : call.Instance;
    }

    private ISymbol? GrownBy(IOperation operation)
    {
        if (Accumulation.TryFind(operation) is { } sum)
        {
            return sum.IsBegunAnew(_loop, _body) ? null : sum.Symbol;
        }

        return operation is IInvocationOperation { TargetMethod.Name: "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert" or "Add" } call &&
            Accumulation.SymbolOf(Receiver(call)) is { } symbol &&
            (IsBuilder(call.TargetMethod.ContainingType) || IsListOfText(Receiver(call)!.Type))
            ? symbol
            : null;
    }

    // Emptied, cut or exchanged in some round: then it holds a line or a sentence, and not the answer.
    private bool IsBegunAnew(ISymbol symbol)
    {
        return (symbol is ILocalSymbol local && local.DeclaringSyntaxReferences.Any(declaration => _loop.Syntax.Span.Contains(declaration.Span)))
            || HelperResets.MayReset(symbol, _loop)
            || _body.Facts.References.Of(symbol).Any(reference => (_loop.Syntax.Span.Contains(reference.Syntax.Span) || EnclosingFunction.Of(reference) != EnclosingFunction.Of(_loop)) && reference.Parent switch
            {
                IInvocationOperation call => call.Instance == reference && (call.TargetMethod.Name == "Clear" || call.TargetMethod.Name.StartsWith("Remove", System.StringComparison.Ordinal)),
                ISimpleAssignmentOperation assignment => assignment.Target == reference && Accumulation.TryFind(assignment) is null,
                IPropertyReferenceOperation { Property.Name: "Length" } length => length.Parent is IAssignmentOperation assignment && assignment.Target == length,
                IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out || (IsBuilder(reference.Type) && argument.Parent is IInvocationOperation),
                _ => false,
            });
    }

    private bool IsBuilder(ITypeSymbol? type)
    {
        return SymbolEqualityComparer.Default.Equals(type, _body.Known.StringBuilder);
    }

    private static bool IsListOfText(ITypeSymbol? type)
    {
        return type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "List" or "IList" or "ICollection" } list && list.TypeArguments[0].SpecialType == SpecialType.System_String;
    }
}
