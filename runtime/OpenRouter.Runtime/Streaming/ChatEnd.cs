using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Merges what follows the finish reason into one last chunk; emitted chunks call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChatEnd
{
    /// <summary>An empty list of choices is never shown: code that indexes the first choice stays right.</summary>
    /// <typeparam name="T">The type of a choice.</typeparam>
    public static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T>? items) => items is { Count: > 0 } ? items : null;

    /// <summary>A blank finish reason is none: code that compares it with null must not take it for the end.</summary>
    public static string? NullIfBlank(string? reason) => string.IsNullOrEmpty(reason) ? null : reason;

    /// <summary>A blank finish reason is none: code that compares it with null must not take it for the end.</summary>
    /// <typeparam name="TEnum">The type of the reason.</typeparam>
    public static TEnum? NullIfBlank<TEnum>(TEnum? reason)
        where TEnum : struct, IOpenEnum<TEnum>
        => reason is { Value.Length: > 0 } ? reason : null;

    /// <summary>
    /// Reads a piece of text, or parts that hold texts. Half a surrogate pair at either end is kept, for the next piece may bring
    /// the other half.
    /// </summary>
    public static string? Piece(ref JsonReader reader)
        => reader.TokenType == JsonTokenType.StartArray ? Text(JsonRead.Element(ref reader)) : Fragment(ref reader);

    /// <summary>Reads a piece of the arguments of a tool call; what is no string is the JSON that it stands for.</summary>
    public static string? Fragment(ref JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? JsonText.DecodePiece(ref reader) : JsonRead.String(ref reader);

    /// <summary>Keeps the JSON of reasoning details, which have to be sent back as they came; null for null.</summary>
    public static byte[]? Details(ref JsonReader reader)
        => JsonCollection.TryEnter(ref reader, JsonTokenType.StartArray, "an array") ? JsonVerbatim.Copy(ref reader) : null;

    /// <summary>Writes a member out of the JSON that it came as; nothing when it is null.</summary>
    public static void Write(JsonWriter writer, ReadOnlySpan<byte> name, byte[]? json)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (json is not null)
        {
            writer.WritePropertyName(name);
            JsonRewriting.Write(writer, json);
        }
    }

    /// <summary>Joins two lists as the JSON that they came as.</summary>
    public static byte[]? Join(byte[]? held, byte[]? later)
        => IsEmpty(held) ? later ?? held : IsEmpty(later) ? held : [.. held.AsSpan(..^1), (byte)',', .. later.AsSpan(1)];

    /// <summary>Reads reasoning details out of the JSON that they came as; null for none.</summary>
    /// <typeparam name="T">The type of the details.</typeparam>
    public static T? Details<T>(byte[]? json, ItemReader<T> reader)
        where T : class
        => json is null ? null : JsonModel.Parse(json, reader);

    /// <summary>Keeps the JSON of an object that is rarely asked for; null for null.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    public static LateMember<T>? LateObject<T>(ref JsonReader reader)
        where T : class
        => JsonCollection.TryEnter(ref reader, JsonTokenType.StartObject, "an object") ? new LateMember<T>(Copy(ref reader), null) : null;

    /// <summary>Keeps the JSON of a list that is rarely asked for; null for null.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    public static LateMember<T>? LateList<T>(ref JsonReader reader)
        where T : class
        => JsonCollection.TryEnter(ref reader, JsonTokenType.StartArray, "an array") ? new LateMember<T>(Copy(ref reader), null) : null;

    /// <summary>Keeps a member that is rarely asked for; null for null.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <param name="value">The member.</param>
    /// <param name="json">What writes it.</param>
    public static LateMember<T>? Late<T>(T? value, IJsonWritable? json)
        where T : class
        => value is null || json is null ? null : new LateMember<T>(JsonModel.Write(json, JsonFormat.Wire), value);

    /// <summary>Joins members that are rarely asked for: see <see cref="JsonMerge"/>.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    public static LateMember<T>? Join<T>(LateMember<T>? held, LateMember<T>? later)
        where T : class
        => held is null || later is null ? later ?? held : new LateMember<T>(JsonMerge.Join(held.Json, later.Json), null);

    /// <summary>A list with another first item.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IReadOnlyList<T> WithFirst<T>(IReadOnlyList<T> items, T first)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 1)
        {
            return new OneItem<T>(first);
        }

        var copy = new T[items.Count];
        copy[0] = first;
        for (var index = 1; index < copy.Length; index++)
        {
            copy[index] = items[index];
        }

        return copy;
    }

    /// <summary>Joins two pieces of text; null is no text.</summary>
    public static string? Join(string? held, string? later)
        => string.IsNullOrEmpty(later) ? held ?? later : string.IsNullOrEmpty(held) ? later : held + later;

    /// <summary>Joins two lists; null is no list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IReadOnlyList<T>? Join<T>(IReadOnlyList<T>? held, IReadOnlyList<T>? later)
        => later is not { Count: > 0 } ? held ?? later : held is not { Count: > 0 } ? later : [.. held, .. later];

    /// <summary>Joins the members that no type describes; of two of one name the later counts.</summary>
    public static JsonExtras? Join(JsonExtras? held, JsonExtras? later)
    {
        if (held is null || later is null)
        {
            return held ?? later;
        }

        var joined = new JsonExtras();
        Take(joined, held);
        Take(joined, later);
        return joined;
    }

    /// <summary>Merges choices by their index, keeping the order of the held chunk.</summary>
    /// <typeparam name="T">The type of a choice.</typeparam>
    public static IReadOnlyList<T>? Merge<T>(IReadOnlyList<T>? held, IReadOnlyList<T>? later, Func<T, long> index, Func<T, T, T> merge)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(merge);
        if (held is null || later is null)
        {
            return held ?? later;
        }

        var merged = new List<T>(held);
        var positions = new Dictionary<long, StrongBox<int>>();
        for (var position = 0; position < merged.Count; position++)
        {
            positions.TryAdd(index(merged[position]), new(position));
        }

        foreach (var choice in later)
        {
            if (positions.TryAdd(index(choice), new(merged.Count)))
            {
                merged.Add(choice);
                continue;
            }

            var known = positions[index(choice)].Value;
            merged[known] = merge(merged[known], choice);
        }

        return merged;
    }

    /// <summary>Joins two objects member by member, so that nothing of either is lost: see <see cref="JsonMerge"/>.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    public static T? Merge<T>(T? held, T? later, ItemReader<T> reader)
        where T : class, IJsonWritable
        => held is null || later is null ? later ?? held : JsonMerge.Join(held, later, reader);

    /// <summary>The text of a value that may have several forms: a string, or parts that hold texts; else its JSON.</summary>
    /// <typeparam name="T">The union.</typeparam>
    public static string? Text<T>(T? value)
        where T : struct, IJsonWritable
    {
        if (value is not { } union)
        {
            return null;
        }

        return Text(JsonModel.ToElement(union));
    }

    /// <summary>Lets an element stand where a model is expected.</summary>
    public static IJsonWritable Writable(JsonElement element) => new JsonBody(writer => JsonWrite.Element(writer, element));

    /// <summary>A text as a JSON string.</summary>
    public static JsonElement Element(string text) => JsonModel.ToElement(new JsonBody(writer => writer.WriteStringValue(text)));

    private static bool IsEmpty([NotNullWhen(false)] byte[]? list) => list is null || list.Length <= "[]".Length;

    private static byte[] Copy(ref JsonReader reader)
    {
        var json = new ArrayBufferWriter<byte>();
        RawJson.Copy(ref reader, json);
        return json.WrittenSpan.ToArray();
    }

    private static void Take(JsonExtras joined, JsonExtras members)
    {
        foreach (var (name, value) in members)
        {
            joined[name] = value;
        }
    }

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Array => PartsText(element) ?? element.GetRawText(),
        _ => element.GetRawText(),
    };

    /// <summary>The texts of parts; null when an item is no part.</summary>
    private static string? PartsText(JsonElement parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            joined.Append(part.TryGetProperty("text"u8, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null);
        }

        return joined.ToString();
    }
}
