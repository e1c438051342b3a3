namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>What a varying value is.</summary>
internal enum VaryingKind
{
    /// <summary>No value: an object or a list that leads to some.</summary>
    Lead,

    /// <summary>The list of reasoning details, which is kept as JSON.</summary>
    Details,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A piece of a longer text.</summary>
    Piece,

    /// <summary>A text inside the reasoning details.</summary>
    DetailText,
}
