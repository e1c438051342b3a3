using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenRouter.Generator.Text;

/// <summary>Resolves plain YAML scalars as the YAML 1.2 core schema says, and spells numbers as JSON does.</summary>
internal static class YamlCoreSchema
{
    private static readonly Regex DecimalNumber = new(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
        RegexOptions.CultureInvariant);

    public static (NodeKind Kind, string Text) Resolve(string value)
    {
        switch (value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return (NodeKind.Null, "null");
            case "true" or "True" or "TRUE":
                return (NodeKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return (NodeKind.Boolean, "false");
        }

        if (value.Length > 2 && value[0] == '0' && value[1] is 'x' or 'o' && TryPrefixed(value) is { } prefixed)
        {
            return (NodeKind.Number, prefixed);
        }

        return value[0] is '-' or '+' or '.' or (>= '0' and <= '9') && DecimalNumber.IsMatch(value) ? (NodeKind.Number, AsJson(value)) : (NodeKind.String, value);
    }

    /// <summary>The kind that an explicit tag demands; null for tags that say nothing of the core schema.</summary>
    public static NodeKind? KindOfTag(string tag) => tag switch
    {
        "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" => NodeKind.Number,
        "tag:yaml.org,2002:bool" => NodeKind.Boolean,
        "tag:yaml.org,2002:null" => NodeKind.Null,
        _ => null,
    };

    private static string? TryPrefixed(string value)
    {
        var radix = value[1] == 'x' ? 16UL : 8UL;
        var number = 0UL;
        for (var i = 2; i < value.Length; i++)
        {
            var digit = value[i] switch
            {
                >= '0' and <= '9' => value[i] - '0',
                >= 'a' and <= 'f' => value[i] - 'a' + 10,
                >= 'A' and <= 'F' => value[i] - 'A' + 10,
                _ => 99,
            };
            if ((ulong)digit >= radix || number > ulong.MaxValue / 32)
            {
                return null;
            }

            number = (number * radix) + (ulong)digit;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string AsJson(string value)
    {
        var sign = value[0] == '-' ? "-" : "";
        var digits = value.TrimStart('-', '+');
        if (digits[0] == '.')
        {
            digits = "0" + digits;
        }

        var trimmed = digits.TrimStart('0');
        digits = trimmed.Length == 0 || trimmed[0] is '.' or 'e' or 'E' ? "0" + trimmed : trimmed;
        var point = digits.IndexOf('.');
        if (point >= 0 && (point + 1 == digits.Length || digits[point + 1] is 'e' or 'E'))
        {
            digits = digits.Remove(point, 1);
        }

        return sign + digits;
    }
}
