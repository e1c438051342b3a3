using System.ComponentModel;

namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>What a piece of text is a piece of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PieceRole
{
    /// <summary>Something that the collected answer does not ask for.</summary>
    Other,

    /// <summary>The head of a chunk, such as its id.</summary>
    Head,

    /// <summary>The text of the answer.</summary>
    Content,

    /// <summary>The reasoning.</summary>
    Reasoning,

    /// <summary>The refusal.</summary>
    Refusal,

    /// <summary>The arguments of a tool call.</summary>
    Arguments,
}
