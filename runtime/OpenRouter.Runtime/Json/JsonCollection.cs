using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads arrays and maps.</summary>
internal static class JsonCollection
{
    public static IReadOnlyList<T>? List<T>(ref JsonReader reader, ItemReader<T> item)
    {
        if (TryKnown(ref reader, item, out var known, out var start))
        {
            return (IReadOnlyList<T>?)known;
        }

        var items = default(ItemGatherer<T>);
        var isPlain = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            isPlain &= reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            if (reader.TokenType != JsonTokenType.Null && item(ref reader) is { } value)
            {
                items.Add(value, reader);
            }
        }

        var list = items.ToList();
        Keep(list, ref reader, item, isPlain ? start : -1);
        return list;
    }

    public static IReadOnlyList<T>? Values<T>(ref JsonReader reader, ItemReader<T?> item)
        where T : struct
    {
        if (TryKnown(ref reader, item, out var known, out var start))
        {
            return (IReadOnlyList<T>?)known;
        }

        var items = default(ItemGatherer<T>);
        var isPlain = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            isPlain &= reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            if (item(ref reader) is { } value)
            {
                items.Add(value, reader);
            }
        }

        var list = items.ToList();
        Keep(list, ref reader, item, isPlain ? start : -1);
        return list;
    }

    public static List<T?>? ListOfNullable<T>(ref JsonReader reader, ItemReader<T> item)
    {
        if (!TryEnter(ref reader, JsonTokenType.StartArray, "an array"))
        {
            return null;
        }

        var items = new List<T?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.Null ? default : item(ref reader));
        }

        return items;
    }

    public static Dictionary<string, T>? Map<T>(ref JsonReader reader, ItemReader<T> item)
    {
        if (!TryEnter(ref reader, JsonTokenType.StartObject, "an object"))
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (TryName(ref reader, out var name))
        {
            if (reader.TokenType != JsonTokenType.Null && item(ref reader) is { } value)
            {
                map[name] = value;
            }
        }

        return map;
    }

    public static Dictionary<string, T>? ValueMap<T>(ref JsonReader reader, ItemReader<T?> item)
        where T : struct
    {
        if (!TryEnter(ref reader, JsonTokenType.StartObject, "an object"))
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (TryName(ref reader, out var name))
        {
            if (item(ref reader) is { } value)
            {
                map[name] = value;
            }
        }

        return map;
    }

    /// <summary>Enters a list; true when there is nothing more to read, because it is null or was read before.</summary>
    private static bool TryKnown(ref JsonReader reader, Delegate item, out object? list, out int start)
    {
        list = null;
        start = reader.TokenStartIndex;
        if (!TryEnter(ref reader, JsonTokenType.StartArray, "an array"))
        {
            return true;
        }

        list = reader.Known?.Lists?.Find(ref reader, item);
        return list is not null;
    }

    /// <summary>Keeps a list of plain values, at whose end the reader stands.</summary>
    private static void Keep(object list, ref JsonReader reader, Delegate item, int start)
    {
        if (start >= 0)
        {
            reader.Known?.Lists?.Keep(list, item, start, reader.BytesConsumed - start);
        }
    }

    /// <summary>Steps to the next property and onto its value.</summary>
    public static bool TryName(ref JsonReader reader, out string name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = "";
            return false;
        }

        name = JsonText.Decode(ref reader);
        return reader.Read();
    }

    /// <summary>False for a null token; throws for anything that is not the start of what is expected.</summary>
    public static bool TryEnter(ref JsonReader reader, JsonTokenType start, string expected)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (reader.TokenType != start)
        {
            JsonMismatch.Throw(expected, ref reader);
        }

        return true;
    }
}
