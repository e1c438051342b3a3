using System.Globalization;
using System.Text;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>
/// Short bodies that are kept: one a line, made from the fragments once, from a seed, so that each covers another path. A body
/// that showed a mistake is added at the end. Backslashes begin <c>\n</c>, <c>\r</c>, <c>\\</c> and <c>\xHH</c>.
/// </summary>
internal static class Corpus
{
    public static IReadOnlyList<byte[]> Read()
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream("corpus.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Unescape)];
    }

    public static byte[] Unescape(string line)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '\\')
            {
                bytes.Add((byte)line[at]);
                continue;
            }

            at++;
            bytes.Add(line[at] switch
            {
                'n' => (byte)'\n',
                'r' => (byte)'\r',
                '\\' => (byte)'\\',
                'x' => byte.Parse(line.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => throw new FormatException($"What does \\{line[at]} stand for in the corpus?"),
            });
            at += line[at] == 'x' ? 2 : 0;
        }

        return [.. bytes];
    }

    public static string Escape(ReadOnlySpan<byte> body)
    {
        var line = new StringBuilder();
        foreach (var value in body)
        {
            line.Append(value switch
            {
                (byte)'\n' => "\\n",
                (byte)'\r' => "\\r",
                (byte)'\\' => "\\\\",
                < 0x20 or > 0x7E => string.Create(CultureInfo.InvariantCulture, $"\\x{value:X2}"),
                _ => ((char)value).ToString(),
            });
        }

        return line.ToString();
    }
}
