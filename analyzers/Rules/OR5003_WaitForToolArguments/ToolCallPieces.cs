using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR5003_WaitForToolArguments;

/// <summary>What a loop does with the pieces of arguments that its chunks hold.</summary>
internal sealed class ToolCallPieces
{
    private readonly IForEachLoopOperation _loop;
    private readonly BodyContext _body;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> _parsed = [];
    private readonly List<IOperation> _mixed = [];

    public ToolCallPieces(IForEachLoopOperation loop, AnswerFlow flow, BodyContext body)
    {
        _loop = loop;
        _body = body;
        var annotations = body.Known.Annotations;
        // Events of other kinds of streams have arguments too, and those of the last one are whole: only pieces of marked calls are meant.
        if (!flow.Reads.Any(read => annotations.ToolCalls.IsOn(read.Property)) && !flow.Matches.Any(match => annotations.ToolCalls.IsOn(match.Member)))
        {
            return;
        }

        foreach (var piece in flow.Reads.Where(read => annotations.ToolArguments.IsOn(read.Property) && IsInLoop(read)))
        {
            Follow(piece);
        }

        foreach (var (_, pattern) in flow.Matches.Where(match => annotations.ToolArguments.IsOn(match.Member) && IsInLoop(match.Pattern)))
        {
            FollowVariable(pattern);
        }

        if (flow.Escapes || flow.Reads.Any(IsNameOfCall) || flow.Matches.Any(match => IsNameOfCall(match.Member)) || CallsOneAtATime())
        {
            _mixed.Clear();
        }
    }

    /// <summary>Pieces that are given to a parser.</summary>
    public IReadOnlyList<IOperation> Parsed => _parsed;

    /// <summary>Pieces that are appended to one text, whichever call they belong to.</summary>
    public IReadOnlyList<IOperation> Mixed => _mixed;

    private void Follow(IOperation piece)
    {
        switch (piece.Parent)
        {
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation:
                Follow(piece.Parent);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } when IsInLoop(call):
                FollowCall(piece, call);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.Value == piece && IsKept(sum.Target) && !IsEmptied(sum.Target):
                _mixed.Add(piece);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowLocal(declarator.Symbol);
                break;
            case IIsPatternOperation match when match.Value == piece:
                FollowVariable(match.Pattern);
                break;
        }
    }

    private void FollowCall(IOperation piece, IInvocationOperation call)
    {
        if (JsonParserCall.TextOf(call) == piece && !JsonParserCall.IsFailureCaught(call))
        {
            _parsed.Add(piece);
        }
        else if (call.TargetMethod.Name == "Append" && call.Instance is { } builder
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, _body.Known.StringBuilder) && IsKept(builder) && !IsEmptied(builder))
        {
            _mixed.Add(piece);
        }
    }

    private void FollowVariable(IOperation pattern)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var symbol = (part as IDeclarationPatternOperation)?.DeclaredSymbol ?? (part as IRecursivePatternOperation)?.DeclaredSymbol;
            if (symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_String } local)
            {
                FollowLocal(local);
            }
        }
    }

    // A local of the loop that holds nothing but the piece.
    private void FollowLocal(ILocalSymbol local)
    {
        var references = _body.Facts.References.Of(local);
        if (!_asked.Add(local) || references.Any(static reference => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
            || references.Any(static reference => reference.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None }))
        {
            return;
        }

        foreach (var reference in references.Where(IsInLoop))
        {
            Follow(reference);
        }
    }

    // What outlives the round: a variable of the method around the loop, or a field.
    private bool IsKept(IOperation target)
    {
        return target switch
        {
            ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.All(declaration => !_loop.Syntax.Span.Contains(declaration.Span)),
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
            _ => false,
        };
    }

    // Begun anew in the loop, as for the next call.
    private bool IsEmptied(IOperation target)
    {
        var symbol = (ISymbol?)(target as ILocalReferenceOperation)?.Local ?? (target as IFieldReferenceOperation)?.Field;
        return symbol is not null && _body.Facts.References.Of(symbol).Where(IsInLoop).Any(static reference => reference.Parent switch
        {
            IInvocationOperation call => call.Instance == reference && call.TargetMethod.Name is ("Clear" or "Remove"),
            IPropertyReferenceOperation { Property.Name: "Length", Parent: IAssignmentOperation } => true,
            ISimpleAssignmentOperation assignment => assignment.Target == reference,
            _ => false,
        });
    }

    private bool IsInLoop(IOperation operation)
    {
        for (var ancestor = operation.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor == _loop)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNameOfCall(IPropertyReferenceOperation read)
    {
        return IsNameOfCall(read.Property);
    }

    // Any number or id of what holds the arguments tells which call a piece belongs to.
    private bool IsNameOfCall(IPropertySymbol property)
    {
        var annotations = _body.Known.Annotations;
        return _body.Known.Members.Reaches(property.ContainingType, annotations.ToolArguments)
            && !_body.Known.Members.Reaches(property.ContainingType, annotations.ToolCalls)
            && !annotations.ToolArguments.IsOn(property)
            && (property.Type.OriginalDefinition.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Nullable_T
                || property.Name.EndsWith("Id", StringComparison.Ordinal)
                || property.Name is "Index" or "Number");
    }

    // A request that switches parallel calls off gets one call at a time; the word is only asked for to be silent.
    private bool CallsOneAtATime()
    {
        return _body.Facts.Steps.Any(static step => step.TargetMethod.Name.Contains("Parallel"));
    }
}
