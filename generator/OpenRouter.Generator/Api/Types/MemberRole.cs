namespace OpenRouter.Generator.Api.Types;

/// <summary>What a member means to the analyzers.</summary>
internal enum MemberRole
{
    None,
    FinishReason,
    Usage,
    ToolCalls,
    ModelText,
    ModelId,
}
