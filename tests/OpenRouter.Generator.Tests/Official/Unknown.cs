using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Finds what a model holds only as raw JSON because no case of a union fitted: it comes back in any case, and proves nothing.</summary>
internal static class Unknown
{
    public static string? In(object? value) => value switch
    {
        null or string or JsonElement => null,
        IDictionary => null,
        IEnumerable items => items.Cast<object?>().Select(In).FirstOrDefault(static unknown => unknown is not null),
        _ when value.GetType() is { Namespace: { } space } type && space.Contains(".Models", StringComparison.Ordinal) => In(value, type),
        _ => null,
    };

    private static string? In(object value, Type type)
    {
        if (type.GetProperty("Unknown")?.GetValue(value) is JsonElement element)
        {
            return $"{type.Name} does not know {element.GetRawText()}";
        }

        // Fields, since the getter of a required member throws when the JSON lacked it.
        return type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => In(field.GetValue(value)))
            .FirstOrDefault(static unknown => unknown is not null);
    }
}
