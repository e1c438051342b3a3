using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <content>Arrays, and objects that are maps.</content>
public static partial class JsonWrite
{
    /// <summary>Writes an array of models, or null.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(JsonWriter writer, IReadOnlyList<T>? items)
        where T : IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        // No delegate: one over a struct, such as a union, is a type of its own.
        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            items[i].WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a member that is an array of models, unless it is null.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items)
        where T : IJsonWritable
    {
        // Most lists of a request are null: nothing is made, and compiled for the type, before it is known.
        ArgumentNullException.ThrowIfNull(writer);
        if (items is not null)
        {
            writer.WritePropertyName(name);
            List(writer, items);
        }
    }

    /// <summary>Writes an array of texts, or null.</summary>
    public static void List(JsonWriter writer, IReadOnlyList<string?>? items) => List(writer, items, Value);

    /// <summary>Writes a member that is an array of texts, unless it is null.</summary>
    public static void List(JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string?>? items) => List(writer, name, items, Value);

    /// <summary>Writes a member that is an array, each value by <paramref name="item"/>, unless it is null.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (items is not null)
        {
            writer.WritePropertyName(name);
            List(writer, items, item);
        }
    }

    /// <summary>Writes an array, each item by <paramref name="item"/>, or null; an item that is null must be handled there.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static void List<T>(JsonWriter writer, IReadOnlyList<T>? items, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(item);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            item(writer, items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object of models, or null.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? items)
        where T : IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in items)
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a member that is an object of models, unless it is null.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, T>>? items)
        where T : IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (items is not null)
        {
            writer.WritePropertyName(name);
            Map(writer, items);
        }
    }

    /// <summary>Writes an object of any JSON, or null.</summary>
    public static void Map(JsonWriter writer, IEnumerable<KeyValuePair<string, JsonElement>>? items) => Map(writer, items, Element);

    /// <summary>Writes a member that is an object of any JSON, unless it is null.</summary>
    public static void Map(JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, JsonElement>>? items) => Map(writer, name, items, Element);

    /// <summary>Writes a member that is an object, each value by <paramref name="item"/>, unless it is null.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, T>>? items, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (items is not null)
        {
            writer.WritePropertyName(name);
            Map(writer, items, item);
        }
    }

    /// <summary>Writes an object, each value by <paramref name="item"/>, or null; a value that is null must be handled there.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static void Map<T>(JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? items, ItemWriter<T> item)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(item);
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in items)
        {
            writer.WritePropertyName(member.Key);
            item(writer, member.Value);
        }

        writer.WriteEndObject();
    }
}
