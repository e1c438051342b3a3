using System.Globalization;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Tells an accumulator the fragments of tool calls and writes down the calls, in the form of <see cref="Vectors.ToolVectors"/>.</summary>
internal static class ToolFragments
{
    public static IReadOnlyList<ToolCall> Build(string fragments)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        foreach (var (index, id, name, arguments) in Split(fragments))
        {
            accumulator.BeginChunk();
            accumulator.ToolCall(0, index, id, name, arguments);
            accumulator.EndChunk();
        }

        return accumulator.Snapshot(AnswerOutcome.Completed).ToolCalls;
    }

    /// <summary>The members of each fragment; null for one that is absent.</summary>
    public static IEnumerable<(long? Index, string? Id, string? Name, string? Arguments)> Split(string fragments)
        => fragments.Split(" / ").Select(static fragment => fragment.Split('|', 4)).Select(static parts
            => (parts[0] == "~" ? (long?)null : long.Parse(parts[0], CultureInfo.InvariantCulture), Given(parts[1]), Given(parts[2]), Given(parts[3])));

    /// <summary>The calls; where an expected one has an asterisk, any id is right.</summary>
    public static IEnumerable<string> Print(IReadOnlyList<ToolCall> calls, string[] expected)
        => calls.Select((call, at) =>
            $"{(expected.ElementAtOrDefault(at)?.StartsWith('*') == true ? "*" : call.Id)}|{call.Name}|{call.Arguments}{(call.IsComplete ? "" : "!")}");

    private static string? Given(string text) => text == "-" ? null : text;
}
