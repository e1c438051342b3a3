using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Tolerant readers of single values. The reader stands on the first token of the value and is left on its last.
/// A null token gives null; so does blank text where a number, a time, a GUID or a URI is wanted.
/// </summary>
public static class JsonRead
{
    /// <summary>Reads text. Invalid UTF-8 and lone surrogates become U+FFFD; what is no string gives its JSON text.</summary>
    public static string? String(ref JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return JsonText.Decode(ref reader);
        }

        return reader.TokenType == JsonTokenType.Null ? null : RawJson.Text(ref reader);
    }

    /// <summary>Reads the property name the reader stands on, as tolerantly as <see cref="String"/>.</summary>
    public static string Name(ref JsonReader reader) => JsonText.Decode(ref reader);

    /// <summary>Compares the property name the reader stands on, whatever its escapes.</summary>
    public static bool NameEquals(ref JsonReader reader, ReadOnlySpan<byte> utf8Name)
    {
        return reader.ValueIsEscaped ? JsonText.Decode(ref reader) == System.Text.Encoding.UTF8.GetString(utf8Name) : reader.ValueSpan.SequenceEqual(utf8Name);
    }

    /// <summary>Reads a truth value; the strings "true" and "false" are accepted.</summary>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static bool? Boolean(ref JsonReader reader) => JsonScalar.Boolean(ref reader);

    /// <summary>Reads a whole number: 7, 7.0, 1e3 or "7".</summary>
    /// <exception cref="JsonException">The value is no number, has a fraction or is out of range.</exception>
    public static long? Int64(ref JsonReader reader) => JsonNumber.Int64(ref reader, "a whole number");

    /// <summary>Reads a whole number of 32 bits: 7, 7.0, 1e3 or "7".</summary>
    /// <exception cref="JsonException">The value is no number, has a fraction or is out of range.</exception>
    public static int? Int32(ref JsonReader reader)
    {
        const string Expected = "a whole number of 32 bits";
        var value = JsonNumber.Int64(ref reader, Expected);
        if (value is < int.MinValue or > int.MaxValue)
        {
            JsonMismatch.Throw(Expected, ref reader);
        }

        return (int?)value;
    }

    /// <summary>Reads a number or a numeric string.</summary>
    /// <exception cref="JsonException">The value is no number or too large.</exception>
    public static double? Double(ref JsonReader reader) => JsonNumber.Double(ref reader);

    /// <summary>Reads an amount, be it a number, a numeric string or in exponent form.</summary>
    /// <exception cref="JsonException">The value is no number or too large.</exception>
    public static decimal? Decimal(ref JsonReader reader) => JsonNumber.Decimal(ref reader);

    /// <summary>Reads an ISO 8601 time (UTC unless it says otherwise) or Unix seconds.</summary>
    /// <exception cref="JsonException">The value is no time.</exception>
    public static DateTimeOffset? DateTimeOffset(ref JsonReader reader) => JsonScalar.DateTimeOffset(ref reader);

    /// <summary>Reads a GUID.</summary>
    /// <exception cref="JsonException">The value is no GUID.</exception>
    public static Guid? Guid(ref JsonReader reader) => JsonScalar.Guid(ref reader);

    /// <summary>Reads an absolute or relative URI.</summary>
    /// <exception cref="JsonException">The value is no URI.</exception>
    public static Uri? Uri(ref JsonReader reader) => JsonScalar.Uri(ref reader);

    /// <summary>Reads bytes in base64.</summary>
    /// <exception cref="JsonException">The value is no base64.</exception>
    public static byte[]? Bytes(ref JsonReader reader) => JsonScalar.Bytes(ref reader);

    /// <summary>Reads any value; a null token gives an element of kind Null.</summary>
    public static JsonElement Element(ref JsonReader reader) => RawJson.Element(ref reader);

    /// <summary>Reads a member of an open set of strings.</summary>
    /// <typeparam name="TEnum">The set.</typeparam>
    public static TEnum? Enum<TEnum>(ref JsonReader reader)
        where TEnum : struct, IOpenEnum<TEnum>
        => String(ref reader) is { } text ? TEnum.FromValue(text) : null;

    /// <summary>Reads a member of an open set of whole numbers.</summary>
    /// <typeparam name="TEnum">The set.</typeparam>
    public static TEnum? NumberEnum<TEnum>(ref JsonReader reader)
        where TEnum : struct, IOpenNumber<TEnum>
        => Int64(ref reader) is { } number ? TEnum.FromValue(number) : null;

    /// <summary>Reads a value type, such as a union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static T? Value<T>(ref JsonReader reader)
        where T : struct, IJsonReadable<T>
        => reader.TokenType == JsonTokenType.Null ? null : T.ReadFrom(ref reader);

    /// <summary>Reads an array; null items are left out.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IReadOnlyList<T>? List<T>(ref JsonReader reader, ItemReader<T> item)
        => JsonCollection.List(ref reader, item);

    /// <summary>Reads an array of value types with a reader that can say null; null items are left out.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IReadOnlyList<T>? List<T>(ref JsonReader reader, ItemReader<T?> item)
        where T : struct
        => JsonCollection.Values(ref reader, item);

    /// <summary>Reads an array that may hold nulls.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    public static IReadOnlyList<T?>? ListOfNullable<T>(ref JsonReader reader, ItemReader<T> item)
        => JsonCollection.ListOfNullable(ref reader, item);

    /// <summary>Reads an object as a map in the order of the wire; null values are left out, the last duplicate wins.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref JsonReader reader, ItemReader<T> item)
        => JsonCollection.Map(ref reader, item);

    /// <summary>Reads an object as a map of value types with a reader that can say null; null values are left out.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref JsonReader reader, ItemReader<T?> item)
        where T : struct
        => JsonCollection.ValueMap(ref reader, item);

    /// <summary>Skips the value the reader stands on, or the value of the property name it stands on.</summary>
    public static void Skip(ref JsonReader reader) => reader.Skip();
}
