namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>The client broke an answer off.</summary>
/// <param name="Code">Its reason.</param>
/// <param name="Timestamp">When, as a time stamp of a stopwatch.</param>
internal sealed record Http2Reset(uint Code, long Timestamp)
{
    /// <summary>The reason that asks for nothing but the end.</summary>
    public const uint Cancel = 8;
}
