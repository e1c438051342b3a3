using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;

/// <summary>What a body takes of the chunks of a stream: their text, and anything by which an error could be noticed.</summary>
internal sealed class ErrorReads
{
    private readonly BodyContext _body;
    private readonly KnownTypes _known;
    private readonly ChunkMeaning _meaning;
    private readonly FinishDecision _decision;
    private readonly ITypeSymbol _chunk;

    private ErrorReads(StreamUse use, BodyContext body)
    {
        _body = body;
        _known = body.Known;
        _chunk = use.Stream.Chunk;
        _meaning = new ChunkMeaning(body.Known, _chunk);
        _decision = FinishDecision.OnErrors(body.Facts.References);
    }

    /// <summary>The error is read, or something that may tell of it, or the chunk goes where it may be.</summary>
    public bool MayKnowError { get; private set; }

    public bool TakesText { get; private set; }

    public static ErrorReads Of(StreamUse use, BodyContext body)
    {
        var reads = new ErrorReads(use, body);
        var flow = new AnswerFlow(body, reads.MayLead);
        switch (use.Stream.Source)
        {
            case ILocalReferenceOperation local:
                flow.Follow(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                flow.Follow(parameter.Parameter);
                break;
            default:
                flow.Follow(use.Stream.Source);
                break;
        }

        reads.TakesText = flow.TakesText || flow.Reads.Any(read => reads.IsText(read.Property)) || flow.Matches.Any(match => reads.IsText(match.Member));
        reads.MayKnowError = flow.Escapes
            || flow.Reads.Any(reads.Tells)
            || flow.Matches.Any(match => reads.Tells(match.Member, match.Pattern))
            || reads.TellsCasesApart();
        return reads;
    }

    private bool MayLead(ITypeSymbol type)
    {
        return _meaning.MayLeadToEnd(type) || _known.Members.Reaches(type, _known.Annotations.ChunkError);
    }

    private bool IsText(IPropertySymbol property)
    {
        return !MayLead(property.Type) && _meaning.IsText(property);
    }

    private bool Tells(IPropertyReferenceOperation read)
    {
        return _known.Members.IsFinishReason(read.Property)
            ? _decision.IsMadeBy(read)
            : IsError(read.Property) || _meaning.MayTellEnd(read);
    }

    private bool Tells(IPropertySymbol member, IPatternOperation pattern)
    {
        return _known.Members.IsFinishReason(member)
            ? _decision.IsMadeBy(pattern)
            : IsError(member) || _known.Members.TellsEnd(member) || member.Type.SpecialType == SpecialType.System_Boolean;
    }

    private bool IsError(IPropertySymbol property)
    {
        return _known.Annotations.ChunkError.IsOn(property);
    }

    // Events that are told apart by their types: one of them may be the error.
    private bool TellsCasesApart()
    {
        return _body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(operation => operation switch
        {
            IDeclarationPatternOperation pattern => IsCase(pattern.MatchedType),
            ITypePatternOperation pattern => IsCase(pattern.MatchedType),
            IRecursivePatternOperation pattern => IsCase(pattern.MatchedType),
            IIsTypeOperation test => IsCase(test.TypeOperand),
            IConversionOperation { IsTryCast: true } cast => IsCase(cast.Type),
            _ => false,
        });
    }

    private bool IsCase(ITypeSymbol? type)
    {
        for (var ancestor = type?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor, _chunk))
            {
                return true;
            }
        }

        return type is not null && _chunk.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(_chunk, SymbolEqualityComparer.Default);
    }
}
