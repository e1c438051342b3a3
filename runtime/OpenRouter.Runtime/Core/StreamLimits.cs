namespace OpenRouter.Core;

/// <summary>Ceilings on everything that a server can make grow.</summary>
public sealed record StreamLimits
{
    /// <summary>The most bytes of one server-sent event. Images arrive as megabytes in one event. Default 32 MiB.</summary>
    public int MaxEventBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most bytes that are read of the body of an error. Default 64 KiB.</summary>
    public int MaxErrorBytes { get; init; } = 64 * 1024;

    /// <summary>The most characters that are kept of one streamed answer: text, reasoning, tool arguments, images. Default 64 Mi.</summary>
    public long MaxAnswerChars { get; init; } = 64L * 1024 * 1024;

    /// <summary>The most bytes of one answer that is not streamed. Default 256 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024 * 1024;
}
