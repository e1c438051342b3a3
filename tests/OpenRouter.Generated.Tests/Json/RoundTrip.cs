using System.Reflection;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>Reads an example as its type and writes it back.</summary>
internal static class RoundTrip
{
    /// <summary>Whether a type was generated for a component, or for what it is another name or a list of.</summary>
    public static bool HasType(string component)
        => GeneratedTypes.Of(component) is not null || (ExampleCatalog.Alias(component) is { } alias && HasType(alias.Component));

    /// <summary>What went wrong; null when the example came back.</summary>
    public static string? Problem(string component, JsonElement json)
    {
        if (GeneratedTypes.Of(component) is { } type)
        {
            return Problem(type, json);
        }

        var alias = ExampleCatalog.Alias(component)!.Value;
        return alias.IsList
            ? json.EnumerateArray().Select(item => Problem(alias.Component, item)).FirstOrDefault(static problem => problem is not null)
            : Problem(alias.Component, json);
    }

    private static string? Problem(Type type, JsonElement json)
    {
        // Enums carry their converter themselves and need no context.
        var options = typeof(IJsonWritable).IsAssignableFrom(type) ? OpenRouterJsonContext.Default.Options : JsonSerializerOptions.Default;
        try
        {
            var value = JsonSerializer.Deserialize(json, type, options);
            var written = JsonSerializer.SerializeToElement(value, type, options);
            return JsonComparison.Difference(json, written) ?? FirstUnknown(value);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    /// <summary>A union that keeps its raw JSON comes back in any case; that proves nothing. The first one that did so, anywhere inside.</summary>
    private static string? FirstUnknown(object? value) => value switch
    {
        null or string or JsonElement or ValueType and IConvertible => null,
        System.Collections.IDictionary => null,
        System.Collections.IEnumerable items => items.Cast<object?>().Select(FirstUnknown).FirstOrDefault(static unknown => unknown is not null),
        _ when value.GetType() is { Namespace: { } space } type && space.StartsWith("OpenRouter.Models", StringComparison.Ordinal) => FirstUnknown(value, type),
        _ => null,
    };

    private static string? FirstUnknown(object value, Type type)
    {
        if (type.GetProperty("Unknown")?.GetValue(value) is JsonElement element)
        {
            return $"{type.Name} does not know {element.GetRawText()}";
        }

        if (type.IsValueType)
        {
            return FirstUnknown(type.GetProperty("Value")?.GetValue(value));
        }

        // Fields, since the getter of a required member throws when the JSON lacked it.
        return type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => FirstUnknown(field.GetValue(value)))
            .FirstOrDefault(static unknown => unknown is not null);
    }
}
