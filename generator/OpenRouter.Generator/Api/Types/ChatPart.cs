namespace OpenRouter.Generator.Api.Types;

/// <summary>The part that a class plays in a stream of chat completion chunks.</summary>
internal enum ChatPart
{
    None,
    Chunk,
    Choice,
    Delta,
    ToolCall,
    /// <summary>An object inside a part, whose members may all be absent too.</summary>
    Loose,
    Usage,

    /// <summary>An event of a stream that is no chat stream.</summary>
    Event,
}
