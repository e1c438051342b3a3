namespace OpenRouter.Runtime.Annotations;

/// <summary>Marks the type of one item of a stream.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class StreamChunkAttribute : Attribute
{
    /// <summary>Whether the end of the answer is delivered as one chunk that carries finish reason and usage together.</summary>
    public bool HasEndChunk { get; init; } = true;

    /// <summary>Whether an error in the middle of a stream arrives as a chunk; otherwise it is thrown.</summary>
    public bool DeliversErrors { get; init; }
}
