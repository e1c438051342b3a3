using OpenRouter.Runtime.Annotations;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// One chunk as a value: the texts that it has of its own, and a chunk that it otherwise equals. It can be kept for ever and
/// costs no object but its strings.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
[StreamChunk]
public readonly struct ChatValue<TChunk>
    where TChunk : class, IChatChunk<TChunk>
{
    private readonly object? _source;

    internal ChatValue(object source, string? text, string? reasoning, string? refusal, string? toolArguments)
        => (_source, Text, Reasoning, Refusal, ToolArguments) = (source, text, reasoning, refusal, toolArguments);

    /// <summary>The next piece of the text; null or empty when the chunk brings none.</summary>
    [ModelText]
    public string? Text { get; }

    /// <summary>The next piece of the reasoning; null or empty when the chunk brings none.</summary>
    [ModelText]
    public string? Reasoning { get; }

    /// <summary>The next piece of a refusal; null or empty when the chunk brings none.</summary>
    [ModelText]
    public string? Refusal { get; }

    /// <summary>The next piece of the arguments of a tool call, when the chunk has one call; which call it is stands in <see cref="Frame"/>.</summary>
    [ToolArguments]
    public string? ToolArguments { get; }

    /// <summary>
    /// A chunk that equals this one but for the texts above, which may be those of an earlier chunk: for everything else, such as the
    /// index of a tool call, the finish reason and the usage. Costs nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The value is empty: it came of no stream.</exception>
    public TChunk Frame => _source switch
    {
        TChunk chunk => chunk,
        EventShape<TChunk> shape => shape.Item,
        _ => throw new InvalidOperationException("This value came of no stream."),
    };

    /// <summary>The whole chunk, as an object of its own.</summary>
    /// <exception cref="InvalidOperationException">The value is empty: it came of no stream.</exception>
    public TChunk ToChunk() => _source is EventShape<TChunk> shape ? shape.With(Text, Reasoning, Refusal, ToolArguments) : Frame;
}
