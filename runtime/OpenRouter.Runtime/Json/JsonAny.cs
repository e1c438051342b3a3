using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads collections in which null is a value like any other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonAny
{
    /// <summary>Reads an array of any JSON; null items are kept as elements of kind Null.</summary>
    public static IReadOnlyList<JsonElement>? List(ref JsonReader reader)
    {
        if (!JsonCollection.TryEnter(ref reader, JsonTokenType.StartArray, "an array"))
        {
            return null;
        }

        var items = new List<JsonElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonRead.Element(ref reader));
        }

        return items;
    }

    /// <summary>Reads an object of any JSON; null values are kept as elements of kind Null.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? Map(ref JsonReader reader)
        => MapOfNullable<JsonElement>(ref reader, JsonRead.Element);

    /// <summary>Reads an object as a map in which null is a value; the last duplicate wins.</summary>
    /// <typeparam name="T">The type of a value, nullable itself.</typeparam>
    public static IReadOnlyDictionary<string, T?>? MapOfNullable<T>(ref JsonReader reader, ItemReader<T> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!JsonCollection.TryEnter(ref reader, JsonTokenType.StartObject, "an object (a map)"))
        {
            return null;
        }

        var map = new Dictionary<string, T?>(StringComparer.Ordinal);
        while (JsonCollection.TryName(ref reader, out var name))
        {
            map[name] = item(ref reader);
        }

        return map;
    }
}
