using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Tells an accumulator what a test says, as the pump does.</summary>
internal static class Told
{
    public const long Ample = 1 << 22;

    /// <summary>The answer to chunks with these deltas for the first choice.</summary>
    public static ChatAnswer Deltas(params string[] deltas)
        => Chunks(Ample, [.. deltas.Select(static delta => $$"""{"choices":[{"index":0,"delta":{{delta}}}]}""")]).Snapshot(AnswerOutcome.Completed);

    /// <summary>An accumulator that was told these chunks.</summary>
    public static ChatAccumulator Chunks(long maxChars, params string[] chunks)
    {
        var accumulator = new ChatAccumulator(maxChars);
        foreach (var chunk in chunks)
        {
            accumulator.BeginChunk();
            JsonModel.Parse<TestChunk>(chunk).Describe(accumulator);
            accumulator.EndChunk();
        }

        return accumulator;
    }

    /// <summary>The answer to chunks of which each has one entry of reasoning details.</summary>
    public static ChatAnswer Details(params string[] entries)
    {
        var accumulator = new ChatAccumulator(Ample);
        foreach (var entry in entries)
        {
            accumulator.BeginChunk();
            accumulator.Choice(0, null, null);
            accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($"[{entry}]"));
            accumulator.EndChunk();
        }

        return accumulator.Snapshot(AnswerOutcome.Completed);
    }

    public static string[] Raw(IEnumerable<JsonElement> elements) => [.. elements.Select(static element => element.GetRawText())];
}
