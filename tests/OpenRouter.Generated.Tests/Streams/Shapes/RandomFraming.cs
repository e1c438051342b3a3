using System.Text;
using System.Text.RegularExpressions;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Writes events the way services do: mostly one way in a stream, with what else may stand between and inside of them.</summary>
internal sealed partial class RandomFraming(Random random)
{
    private static readonly string[] Between =
    [
        ": OPENROUTER PROCESSING\n\n", ":\n", ": keep-alive\r\n\r\n", "\n", "\n\n\n", "id: 7\n\n", "id\n\n", "retry: 1000\n\n", "retry: soon\n\n", "event: later\n\n", "event:\n\n", "data:\n\n", "data: : keep-alive\n\n", "unknown: x\n", "unknown\n\n", "id: 8\n", "event: other\n", "\r",
    ];

    private static readonly string[] Inside = ["id: 1\n", "id: 22\n", "retry: 5\n", ": comment\n", "unknown: x\n", "event: other\n", "event: message\n", "event\n", "data:\n", "\uFEFF"];

    private static readonly string[] Lines = ["\n", "\n", "\n", "\n", "\r\n", "\r"];

    private readonly string _line = random.GetItems(Lines, 1)[0];
    private readonly int _typed = random.Next(4);
    private readonly int _spaced = random.Next(4);

    /// <summary>A body with these events.</summary>
    public byte[] Write(IEnumerable<string> events)
    {
        var body = new StringBuilder(random.Next(20) == 0 ? "\uFEFF" : "");
        foreach (var data in events)
        {
            body.Append(random.Next(12) == 0 ? random.GetItems(Between, 1)[0] : "");
            Write(body, data);
        }

        body.Append(random.Next(4) switch { 0 => "", 1 => "data:[DONE]\n\n: behind\n\ndata: {\"x\":1}\n\n", _ => "data: [DONE]\n\n" });
        return Spoil(Encoding.UTF8.GetBytes(body.ToString()));
    }

    private void Write(StringBuilder body, string data)
    {
        var isUsual = random.Next(12) > 0;
        var line = isUsual ? _line : random.GetItems(Lines, 1)[0];
        var (typed, space) = isUsual ? (_typed, _spaced > 0 ? " " : "") : (random.Next(4), random.GetItems(["", " ", "  "], 1)[0]);
        if (typed > 0 && TypePattern().Match(data) is { Success: true } type)
        {
            body.Append(typed == 1 ? "event:" : "event: ").Append(random.Next(30) > 0 ? type.Groups[1].Value : "other").Append(line);
        }

        body.Append(random.Next(20) == 0 ? random.GetItems(Inside, 1)[0] : "");
        if (random.Next(20) == 0)
        {
            // White space may stand there in JSON, so the lines join to the same.
            var cut = data.IndexOf('{', StringComparison.Ordinal) + 1;
            body.Append("data:").Append(space).Append(data[..cut]).Append(line);
            data = data[cut..];
        }

        body.Append("data:").Append(space).Append(data).Append(line);
        body.Append(random.Next(30) == 0 ? random.GetItems(Inside, 1)[0] : "").Append(line);
    }

    /// <summary>Breaks one body in four: a byte differs, or the end is missing.</summary>
    private byte[] Spoil(byte[] body)
    {
        switch (random.Next(8))
        {
            case 0:
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return body;
            case 1:
                return body[..random.Next(body.Length)];
            default:
                return body;
        }
    }

    [GeneratedRegex("\"type\" ?: ?\"([a-z_.]+)\"")]
    private static partial Regex TypePattern();
}
