namespace OpenRouter.Generator.Api.Types;

/// <summary>What a member is whose value often differs from one event of a stream to the next, or what leads to such a member.</summary>
internal enum VaryingForm
{
    /// <summary>A piece of a longer text.</summary>
    Piece,
    Text,
    Number,

    /// <summary>An object that has such members.</summary>
    Object,

    /// <summary>A list whose first item has such members.</summary>
    FirstItem,

    /// <summary>A union of objects that have such members.</summary>
    Union,

    /// <summary>Reasoning details, which are kept as JSON.</summary>
    Details,
}
