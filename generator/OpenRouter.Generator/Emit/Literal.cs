using System.Globalization;
using System.Text;

namespace OpenRouter.Generator.Emit;

/// <summary>Spells values as C# literals: the only way by which text of a document reaches the source as code.</summary>
internal static class Literal
{
    /// <summary>A double literal of a number in JSON's spelling; null or what no double holds is infinite.</summary>
    public static string Double(string? number, bool isMinimum)
    {
        if (number is null || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
        {
            return isMinimum ? "double.NegativeInfinity" : "double.PositiveInfinity";
        }

        return System.Math.Abs(value) < 1e9 && value == System.Math.Floor(value)
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture) + "d";
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string literal in double quotes.</summary>
    public static string Text(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    literal.Append('\\').Append(c);
                    break;
                case >= ' ' and < '\u007f':
                    literal.Append(c);
                    break;
                default:
                    literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A UTF-8 string literal.</summary>
    public static string Utf8(string value) => Text(value) + "u8";

    public static int Utf8Length(string value) => Encoding.UTF8.GetByteCount(value);

    public static string Bool(bool value) => value ? "true" : "false";
}
