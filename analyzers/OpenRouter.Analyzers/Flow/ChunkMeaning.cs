using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What reading a member of a chunk, or holding a value of some type, can tell.</summary>
internal sealed class ChunkMeaning
{
    private readonly KnownTypes _known;
    private readonly bool _anyText;

    public ChunkMeaning(KnownTypes known, ITypeSymbol chunk)
    {
        _known = known;
        // A client that marks no text: any member that cannot lead to the finish reason is taken for it.
        _anyText = !known.Members.ReachesText(chunk);
    }

    /// <summary>Whether who reads the member may know how the answer ended.</summary>
    public bool MayTellEnd(IPropertyReferenceOperation reference)
    {
        return _known.Members.TellsEnd(reference.Property) || IsVerdict(reference.Property) || IsTagOfEvent(reference) || IsPropertyOfStream(reference);
    }

    /// <summary>Whether the finish reason can still be reached from a value of the type; an object or a type parameter hides what it holds.</summary>
    public bool MayLeadToEnd(ITypeSymbol? type)
    {
        return _known.Members.ReachesEnd(type)
            || type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter }
            || _known.ChunkOf(type) is not null;
    }

    /// <summary>Whether reading the member is reading what a model wrote.</summary>
    public bool IsText(IPropertySymbol property)
    {
        if (!_anyText)
        {
            return _known.Members.TellsText(property);
        }

        return !_known.Members.IsUsage(property)
            && property.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean);
    }

    // A yes or no about a chunk, such as a member that a user's own part of the class adds, may be worked out from its end.
    private static bool IsVerdict(IPropertySymbol property)
    {
        return property.Type.SpecialType == SpecialType.System_Boolean;
    }

    // Streams of events: the word that names an event may be what the end is recognised by.
    private static bool IsTagOfEvent(IPropertyReferenceOperation reference)
    {
        return reference.Property.Name is "Type" or "Kind" or "Role" or "Tag" or "EventType" or "EventName"
            && (reference.Property.Type.TypeKind is TypeKind.Enum or TypeKind.Struct || reference.Property.Type.SpecialType == SpecialType.System_String);
    }

    // The stream itself may know how it ended; only plain values of it certainly say nothing.
    private bool IsPropertyOfStream(IPropertyReferenceOperation reference)
    {
        return _known.ChunkOf(reference.Instance?.Type) is not null && reference.Property.Type.SpecialType == SpecialType.None;
    }
}
