namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>What a slot of an answer holds. Within one item the slots are told in this order.</summary>
internal enum WireKind
{
    /// <summary>Reasoning as the model wrote it.</summary>
    Reasoning,

    /// <summary>A summary of it, shown when the item has nothing better.</summary>
    Summary,

    /// <summary>JSON of reasoning that is only sent back.</summary>
    Detail,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A refusal.</summary>
    Refusal,

    /// <summary>A tool call with JSON as arguments.</summary>
    Tool,

    /// <summary>A tool call whose input is any text.</summary>
    PlainTool,

    /// <summary>An image, as a URL with its data.</summary>
    Image,
}
