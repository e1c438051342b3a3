using System.Collections;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>Everything that an exception can show to a log, a debugger or a program.</summary>
internal static class ExceptionScan
{
    /// <summary>Finds the key in no part of an exception.</summary>
    public static void AssertClean(Exception exception) => KeyDisguise.AssertAbsent(Text(exception));

    /// <summary>All text of an exception.</summary>
    public static string Text(Exception exception)
    {
        var text = new StringBuilder();
        Add(text, exception, 0);
        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                return;
            case string or ValueType and not JsonElement:
                text.AppendLine(value.ToString());
                return;
            case JsonElement element:
                Add(text, element);
                return;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    text.AppendLine($"{entry.Key}: {entry.Value}");
                }

                return;
        }

        text.AppendLine(value.ToString());
        foreach (var property in value.GetType().GetProperties().Where(property => depth < 4 && property.GetIndexParameters().Length == 0 && property.Name != "TargetSite"))
        {
            Add(text, property.GetValue(value), depth + 1);
        }
    }

    private static void Add(StringBuilder text, JsonElement element)
    {
        text.AppendLine(element.ToString());
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    text.AppendLine(member.Name);
                    Add(text, member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(text, item);
                }

                break;
        }
    }
}
