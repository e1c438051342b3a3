using System.Globalization;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>The deltas of four tool calls in turn, whose arguments come in fragments.</summary>
internal sealed class ToolDeltas(int chunks)
{
    private readonly int _length = Math.Max(1, chunks / 4);

    public Delta Next(Random random, int position)
    {
        var index = position / _length;
        if (position % _length == 0)
        {
            return Of($$$"""{"index":{{{index}}},"id":"toolu_bdrk_01{{{index}}}","type":"function","function":{"name":"get_weather","arguments":""}}""", "");
        }

        var arguments = random.Next(4) switch
        {
            0 => "\"city\":",
            1 => " \"" + Vocabulary.Next(random).Trim() + "\"",
            2 => ", ",
            _ => random.Next(100).ToString(CultureInfo.InvariantCulture),
        };
        return Of($$$"""{"index":{{{index}}},"function":{"arguments":{{{JsonQuote.Of(arguments)}}}}}""", arguments);
    }

    private static Delta Of(string call, string arguments) => new($$"""{"role":"assistant","content":null,"tool_calls":[{{call}}]}""", Arguments: arguments);
}
