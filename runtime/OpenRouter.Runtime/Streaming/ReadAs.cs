namespace OpenRouter.Runtime.Streaming;

/// <summary>What a reader of a chat stream takes of each chunk.</summary>
internal enum ReadAs
{
    /// <summary>The chunk, as an object to keep.</summary>
    Chunks,

    /// <summary>Its text, or nothing: the answer is put together.</summary>
    Answer,

    /// <summary>What it has of its own, as a value.</summary>
    Values,

    /// <summary>Its text in UTF-8, as it lies in the buffer.</summary>
    Utf8,
}
