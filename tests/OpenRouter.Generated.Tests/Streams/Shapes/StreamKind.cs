namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>What a body is read as.</summary>
public enum StreamKind
{
    /// <summary>A chat, with one chunk for its end.</summary>
    Chat,

    /// <summary>A chat, with the chunks as they came.</summary>
    ChatAsReceived,

    /// <summary>The text of a chat.</summary>
    ChatText,

    /// <summary>The chunks of a chat as values, which keep the text.</summary>
    ChatValues,

    /// <summary>The text of a chat in UTF-8.</summary>
    ChatUtf8,

    /// <summary>The events of <c>/responses</c>.</summary>
    Responses,

    /// <summary>The events of <c>/messages</c>.</summary>
    Messages,

    /// <summary>The events of <c>/images</c>.</summary>
    Images,
}
