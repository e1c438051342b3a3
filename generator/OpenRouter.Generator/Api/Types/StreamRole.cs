namespace OpenRouter.Generator.Api.Types;

/// <summary>What an event means for the stream that carries it.</summary>
internal enum StreamRole
{
    Event,
    Completed,
    Failed,
}
