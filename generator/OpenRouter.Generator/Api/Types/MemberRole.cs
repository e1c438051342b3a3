namespace OpenRouter.Generator.Api.Types;

/// <summary>What a member means to the analyzers.</summary>
internal enum MemberRole
{
    None,
    FinishReason,
    Usage,
    ToolCalls,
    ToolArguments,
    ToolCallId,
    ModelText,
    ModelId,
    ChunkError,

    /// <summary>Tools that the caller runs.</summary>
    Tools,

    /// <summary>Tools, some of which the service runs by itself.</summary>
    MixedTools,
    ToolChoice,
    ResponseFormat,
}
