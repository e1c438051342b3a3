using System.Text.Json;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace OpenRouter.Runtime.Json;

/// <summary>Writers for what a plain <see cref="Utf8JsonWriter"/> call cannot say.</summary>
public static class JsonWrite
{
    /// <summary>Writes an element with its bytes unchanged; an undefined one is written as null.</summary>
    public static void Element(Utf8JsonWriter writer, JsonElement element)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

#if NET9_0_OR_GREATER
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
#else
        writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
#endif
    }

    /// <summary>Writes an array of models.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items)
        where T : IJsonWritable?
        => List(writer, items, static (target, item) => Model(target, item));

    /// <summary>Writes an array, each item by <paramref name="item"/>; an item that is null must be handled there.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(item);
        writer.WriteStartArray();
        foreach (var value in items)
        {
            item(writer, value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map of models as an object.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> members)
        where T : IJsonWritable?
        => Map(writer, members, static (target, item) => Model(target, item));

    /// <summary>Writes a map as an object, each value by <paramref name="item"/>.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> members, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(item);
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            item(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a model, or null.</summary>
    public static void Model(Utf8JsonWriter writer, IJsonWritable? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        value.WriteTo(writer);
    }

    /// <summary>Writes further members into the object that is open; none when <paramref name="extras"/> is null.</summary>
    public static void Extras(Utf8JsonWriter writer, JsonExtras? extras) => extras?.WriteTo(writer);
}
