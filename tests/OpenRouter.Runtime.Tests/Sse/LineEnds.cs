using System.Text;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>The ways to end a line.</summary>
internal static class LineEnds
{
    public static readonly string[] Names = ["LF", "CR", "CRLF", "mixed"];

    /// <summary>In this order no LF stands behind a CR of another line, which would make one end of two.</summary>
    private static readonly string[] Mixed = ["\n", "\r", "\r\n"];

    /// <summary>Puts the named line end in the place of each LF.</summary>
    public static string Apply(string body, string name) => name switch
    {
        "LF" => body,
        "CR" => body.Replace('\n', '\r'),
        "CRLF" => body.Replace("\n", "\r\n", StringComparison.Ordinal),
        "mixed" => Mix(body),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string Mix(string body)
    {
        var mixed = new StringBuilder();
        var ends = 0;
        foreach (var character in body)
        {
            mixed.Append(character == '\n' ? Mixed[ends++ % Mixed.Length] : character.ToString());
        }

        return mixed.ToString();
    }
}
