namespace OpenRouter.Runtime.Sse;

/// <summary>
/// Ceilings on what a stream of server-sent events can make its reader keep. They are counted while reading, so that
/// nothing is stored beyond them, and give the same result however the bytes arrive.
/// </summary>
/// <remarks>
/// Comments and fields that the standard does not know count for <see cref="MaxTotalBytes"/> alone: they are not stored,
/// however long they are.
/// </remarks>
public sealed record SseLimits
{
    /// <summary>The most bytes of one line, with its field name and without its end. Default 32 MiB.</summary>
    public int MaxLineBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// The most bytes of one event: all its lines with their field names and one byte for the end of each, whether that is
    /// LF, CR or CRLF. The blank line does not count. Default 32 MiB.
    /// </summary>
    public int MaxEventBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most bytes of the whole body, whatever they are. Default: no limit.</summary>
    public long? MaxTotalBytes { get; init; }
}
