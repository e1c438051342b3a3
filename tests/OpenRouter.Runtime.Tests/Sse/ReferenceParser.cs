using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>
/// The rules of the HTML standard, written down over the whole text and with no thought of speed, splits or memory. Each
/// character stands for one byte.
/// </summary>
internal sealed class ReferenceParser
{
    private readonly List<string> _found = [];
    private string _data = "";
    private string _type = "";
    private string _id = "";
    private string _lastId = "";
    private int? _retry;

    private ReferenceParser()
    {
    }

    public static List<string> Parse(ReadOnlySpan<byte> body)
    {
        var text = Encoding.Latin1.GetString(body);
        if (text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal))
        {
            text = text[3..];
        }

        var parser = new ReferenceParser();
        var lines = Regex.Split(text, "\r\n|\r|\n");
        Array.ForEach(lines[..^1], parser.Line);
        parser.Rest(lines[^1]);
        if (parser._retry is { } retry)
        {
            parser._found.Add(SseRun.Retry(retry));
        }

        return parser._found;
    }

    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));

    private void Line(string line)
    {
        if (line == "")
        {
            Dispatch("");
            return;
        }

        if (line.StartsWith(':'))
        {
            _found.Add(":" + Utf8(line[1..Math.Min(line.Length, 256)]));
            return;
        }

        var parts = line.Split(':', 2);
        Field(parts[0], parts.Length < 2 ? "" : parts[1].StartsWith(' ') ? parts[1][1..] : parts[1]);
    }

    private void Field(string name, string value)
    {
        if (name == "data")
        {
            _data += value + "\n";
        }
        else if (name == "event")
        {
            _type = Utf8(value);
        }
        else if (name == "id" && !value.Contains('\0'))
        {
            _id = Utf8(value);
        }
        else if (name == "retry" && Regex.IsMatch(value, "^[0-9]+\\z") && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var retry))
        {
            _retry = retry;
        }
    }

    private void Dispatch(string mark)
    {
        _lastId = _id;
        if (_data != "")
        {
            _found.Add(mark + SseRun.Event(_type == "" ? "message" : _type, _lastId, Encoding.Latin1.GetBytes(_data[..^1])));
        }

        _data = _type = "";
    }

    /// <summary>Beyond the standard: what it drops is told, but is no reason to change the id or the time to wait.</summary>
    private void Rest(string line)
    {
        var retry = _retry;
        if (line != "")
        {
            Line(line);
        }

        (_retry, _id) = (retry, _lastId);
        Dispatch("?");
    }
}
