using System.Text;
using System.Text.Json;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Writes a JSON document as YAML, in each of the ways in which people write it.</summary>
internal static class YamlTwin
{
    public static string Of(string json)
    {
        var text = new StringBuilder("# A twin.\n");
        WriteChildren(text, JsonTextReader.Read("a.json", json, CancellationToken.None), 0);
        return text.ToString();
    }

    private static void WriteChildren(StringBuilder text, Node node, int indent)
    {
        var blanks = new string(' ', indent);
        foreach (var member in node.Members)
        {
            text.Append(blanks).Append(Scalar(member.Name)).Append(':');
            WriteValue(text, member.Value, indent + 2);
        }

        foreach (var item in node.Items)
        {
            text.Append(blanks).Append('-');
            WriteValue(text, item, indent + 2);
        }
    }

    private static void WriteValue(StringBuilder text, Node value, int indent)
    {
        if (value.Members.Count + value.Items.Count > 0)
        {
            text.Append('\n');
            WriteChildren(text, value, indent);
        }
        else if (value.Kind == NodeKind.String && value.Text.Contains('\n', StringComparison.Ordinal) && IsBlock(value.Text))
        {
            text.Append(" |-\n").Append(string.Concat(value.Text.Split('\n').Select(line => line.Length == 0 ? "\n" : new string(' ', indent) + line + "\n")));
        }
        else
        {
            text.Append(' ').Append(value.Kind switch
            {
                NodeKind.Object => "{}",
                NodeKind.Array => "[]",
                NodeKind.String => Scalar(value.Text),
                _ => value.Text,
            }).Append('\n');
        }
    }

    private static bool IsBlock(string text) => text[0] is not (' ' or '\n') && text[^1] is not ('\n' or ' ') && !text.Any(static c => c is '\t' or '\r' or '\u0085' or '\u2028' or '\u2029');

    /// <summary>Plain where it is surely a string, else in quotes, as JSON does.</summary>
    private static string Scalar(string value) =>
        value.Length > 1 && char.IsAsciiLetter(value[0]) && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '-') && value is not ("true" or "false" or "null" or "True" or "False" or "Null" or "TRUE" or "FALSE" or "NULL")
            ? value
            : value.Contains('\\', StringComparison.Ordinal) || value.Any(char.IsControl) || value.Contains('\'', StringComparison.Ordinal) ? JsonSerializer.Serialize(value) : "'" + value + "'";
}
