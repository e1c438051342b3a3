namespace OpenRouter.Runtime.Sse;

/// <summary>The fields that the standard knows.</summary>
internal enum SseField
{
    Unknown,
    Data,
    Event,
    Id,
    Retry,
}
