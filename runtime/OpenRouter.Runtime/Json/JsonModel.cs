using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads and writes whole documents of generated types.</summary>
public static class JsonModel
{
    /// <summary>The size from which on a document is likely to say the same texts again.</summary>
    private const int WorthKnowing = 2048;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    /// <param name="utf8">The JSON, with or without a byte order mark.</param>
    /// <exception cref="JsonException">The text is no JSON, is null, or does not fit the type.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonReadable<T>
        => Parse<T>(utf8, Document<T>) ?? throw new JsonException("Expected a value, found null.");

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    /// <exception cref="JsonException">The text is no JSON, is null, or does not fit the type.</exception>
    public static T Parse<T>(string json)
        where T : IJsonReadable<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse<T>(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a document whose top level is no model: an array, a string, a map.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    /// <exception cref="JsonException">The text is no JSON or does not fit the type.</exception>
    public static T? Parse<T>(ReadOnlySpan<byte> utf8, ItemReader<T> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Parse(utf8, reader, utf8.Length >= WorthKnowing ? new KnownTexts() : null);
    }

    /// <summary>Writes a document as UTF-8.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    public static byte[] ToUtf8<T>(T value)
        where T : IJsonWritable
        => Write(value, JsonFormat.Text).WrittenSpan.ToArray();

    /// <summary>Writes a document as text. Characters with a meaning in HTML are escaped.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    public static string ToJson<T>(T value)
        where T : IJsonWritable
        => Encoding.UTF8.GetString(Write(value, JsonFormat.Text).WrittenSpan);

    /// <summary>Turns a model into an element.</summary>
    public static JsonElement ToElement(IJsonWritable value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return RawJson.Parse(Write(value, JsonFormat.Wire).WrittenSpan);
    }

    /// <summary>Reads a document that is one of many.</summary>
    /// <param name="utf8">The JSON, with or without a byte order mark.</param>
    /// <param name="reader">Reads what stands there.</param>
    /// <param name="known">Texts that were read before.</param>
    internal static T? Parse<T>(ReadOnlySpan<byte> utf8, ItemReader<T> reader, KnownTexts? known)
    {
        var json = new JsonReader(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8) { Known = known };
        json.Read();
        var value = reader(ref json);

        // Anything behind the value is an exception.
        json.Read();
        return value;
    }

    /// <summary>Reads a document that is one of many.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    /// <param name="utf8">The JSON, with or without a byte order mark.</param>
    /// <param name="known">Texts that were read before.</param>
    internal static T Parse<T>(ReadOnlySpan<byte> utf8, KnownTexts? known)
        where T : IJsonReadable<T>
        => Parse(utf8, Document<T>, known) ?? throw new JsonException("Expected a value, found null.");

    /// <summary>Writes a document with the given options.</summary>
    internal static ArrayBufferWriter<byte> Write<T>(T value, JsonWriterOptions options)
        where T : IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, options);
        value.WriteTo(writer);
        writer.Flush();
        return buffer;
    }

    /// <summary>Turns what <paramref name="write"/> writes into an element.</summary>
    internal static JsonElement ToElement(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonFormat.Wire);
        write(writer);
        writer.Flush();
        return RawJson.Parse(buffer.WrittenSpan);
    }

    private static T? Document<T>(ref JsonReader reader)
        where T : IJsonReadable<T>
        => reader.TokenType == JsonTokenType.Null ? default : T.ReadFrom(ref reader);
}
