using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>JSON in one form: members by name, without those that are null, numbers by value. Equal prints say the same.</summary>
internal static class JsonPrint
{
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    /// <summary>Where two prints begin to differ.</summary>
    public static string Difference(string expected, string actual)
    {
        var place = expected.AsSpan().CommonPrefixLength(actual);
        return $"'{Excerpt(expected, place)}' became '{Excerpt(actual, place)}'";
    }

    private static string Excerpt(string text, int place)
    {
        var start = Math.Max(0, place - 60);
        return text.Substring(start, Math.Min(120, text.Length - start));
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null).OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    Append(text.Append('{').Append(member.Name).Append(':'), member.Value);
                    text.Append('}');
                }

                break;

            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Append(text.Append('['), item);
                    text.Append(']');
                }

                break;

            case JsonValueKind.Number:
                text.Append(element.GetDouble().ToString(CultureInfo.InvariantCulture));
                break;

            default:
                text.Append(element.ToString());
                break;
        }
    }
}
