using System.Globalization;
using System.Text;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Random chunks of chats: of many shapes, with texts of many kinds.</summary>
internal static class ChatSequences
{
    private static readonly string[] Texts =
    [
        "\"\"", "\"Hi\"", "\" the\"", "\"a \\\"quoted\\\" word\"", "\"back\\\\slash\"", "\"line\\nbreak\\t\"", "\"\\u00e9\\ud83d\\ude00\"", "\"é中😀\"", "\"\\ud83d\"", "\"\\ude00!\"", "\"x\\ud83dy\"",
        "\"ends with \\\\\"", "\"}]}\"", "\"{\\\"content\\\":\\\"x\\\"}\"", "null", "7", "[{\"type\":\"text\",\"text\":\"part\"}]", "\"\\/\"", "\"long " + new string('x', 300) + "\"",
    ];

    private static readonly string[] Deltas =
    [
        "\"content\":T", "\"role\":\"assistant\",\"content\":T", "\"content\":T,\"role\":\"assistant\"", "\"reasoning\":T,\"content\":\"\"", "\"content\":\"\",\"reasoning\":T,\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":T}]",
        "\"reasoning\":T,\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"index\":0,\"summary\":T}],\"content\":T", "\"content\":T,\"reasoning_details\":[ {\"type\":\"reasoning.text\",\"index\":0,\"text\":T}]",
        "\"reasoning_details\":[{\"text\":T,\"type\":\"reasoning.text\",\"index\":0},{\"type\":\"reasoning.encrypted\",\"data\":T}],\"content\":T", "\"reasoning_details\":[],\"content\":T", "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":T,\"text\":T}]",
        "\"refusal\":T", "\"content\":null,\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":T}}]", "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":T}},{\"index\":1,\"function\":{\"arguments\":T}}]",
        "\"content\":T,\"content\":T", "\"con\\u0074ent\":T,\"content\":T", "\"content\":T,\"con\\u0074ent\":T", "\"unknown\":T,\"content\":T", "\"reasoning_content\":T", " \"content\" : T ", "\"Content\":T", "\"content\":T,\"tool_calls\":[]", "\"tool_calls\":[null]", "",
    ];

    private static readonly string[] Chunks =
    [
        "{\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":{D},\"finish_reason\":null}]}", "{\"id\":\"gen-1\",\"model\":\"a/b\",\"provider\":\"P\",\"choices\":[{\"delta\":{D},\"index\":0,\"finish_reason\":null,\"logprobs\":null}]}",
        "{\"choices\":[{\"index\":0,\"delta\":{D}},{\"index\":1,\"delta\":{D}}]}", "{\"choices\":[{\"index\":0,\"delta\":{D},\"finish_reason\":\"stop\"}],\"usage\":{\"total_tokens\":3}}", "{\"choices\":[{\"index\":0,\"delta\":{D}}],\"choices\":[{\"index\":0,\"delta\":{D}}]}",
        "{\"created\":N,\"choices\":[{\"index\":0,\"delta\":{D}}]}", "{\"content\":T,\"choices\":[{\"content\":T,\"delta\":{D}}]}", "{\"choices\":[]}", "{\"choices\":null}", "{\"choices\":[null,{\"delta\":{D}}]}",
    ];

    /// <summary>The most common chunk; its delta is to be put in for D.</summary>
    public static string Plain => Chunks[0];

    /// <summary>Events of a few shapes, each of them some times in a row.</summary>
    public static List<string> Events(Random random)
    {
        var events = new List<string>();
        while (events.Count < 40)
        {
            var chunk = random.GetItems(Chunks, 1)[0];
            var delta = random.GetItems(Deltas, 1)[0];
            for (var run = random.Next(1, 8); run > 0; run--)
            {
                events.Add(Fill(chunk.Replace("D", delta, StringComparison.Ordinal), random));
            }
        }

        return events;
    }

    /// <summary>Puts a text at each place that is marked, most of them plain strings.</summary>
    public static string Fill(string pattern, Random random)
    {
        var filled = new StringBuilder();
        foreach (var letter in pattern)
        {
            filled.Append(letter switch
            {
                'T' => random.Next(4) > 0 ? $"\"{random.Next(1000)}\"" : random.GetItems(Texts, 1)[0],
                'N' => random.Next(3).ToString(CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return filled.ToString();
    }
}
