using System.Text;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>Contents of about 1.6 KB on the wire, in which prose, code and letters beyond ASCII take turns.</summary>
internal static class LargeText
{
    private const int Length = 1350;

    private static readonly string[] Passages =
    [
        "To read a file line by line, open it once and keep the reader until the last line has been handed out. ",
        "```csharp\nforeach (var line in File.ReadLines(path))\n{\n\tif (line.StartsWith(\"# \", StringComparison.Ordinal))\n\t{\n\t\tConsole.WriteLine($\"{line[2..]}\");\n\t}\n}\n```\n\n",
        "The answer depends on the size of the input: a list of a thousand entries fits into the cache, one of a million does not.\n\n",
        "| column | meaning |\n|---|---|\n| `id` | the key, \"unique\" within a tenant |\n| `path` | such as `C:\\temp\\data.json` |\n\n",
        "Die Gr\u00F6\u00DFe des Puffers w\u00E4chst mit jedem St\u00FCck; \u00FCber 64 KB hilft das nicht mehr. ",
        "\u4E2D\u6587\u5185\u5BB9\u4E5F\u4F1A\u51FA\u73B0\u5728\u56DE\u7B54\u91CC\uFF0C\u6BCF\u4E2A\u5B57\u5360\u4E09\u4E2A\u5B57\u8282\u3002\n",
        "Done \U0001F389 \u2014 that is all there is to it. ",
        "```json\n{\n  \"name\": \"example\",\n  \"values\": [1, 2, 3],\n  \"nested\": { \"a\": null, \"b\": \"c\\\\d\" }\n}\n```\n",
        "Note that the second argument is optional, and that leaving it out means the same as passing zero. ",
        "1. Install the tool.\n2. Run it with `--verbose`.\n3. Read what it says about \"missing\" files.\n",
        "def mean(values: list[float]) -> float:\n    \"\"\"The mean of some values.\"\"\"\n    return sum(values) / len(values)\n\n",
        "In practice nobody notices the difference, since the time goes into waiting for the network and not into the loop itself. ",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder(Length + 300);
        while (text.Length < Length)
        {
            text.Append(Passages[random.Next(Passages.Length)]).Append(Vocabulary.Next(random));
        }

        return text.ToString();
    }
}
