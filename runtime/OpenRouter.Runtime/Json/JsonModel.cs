using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads and writes whole documents of generated types.</summary>
public static class JsonModel
{
    /// <summary>The size from which on a document is likely to say the same texts again.</summary>
    private const int WorthKnowing = 2048;

    /// <summary>The size from which on many texts are likely to stand between two of the same.</summary>
    private const int Large = 256 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    /// <param name="utf8">The JSON, with or without a byte order mark.</param>
    /// <exception cref="JsonException">The text is no JSON, is null, or does not fit the type.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonReadable<T>
        => Required(utf8, Document<T>);

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
        return Parse(utf8, reader, utf8.Length >= WorthKnowing ? new KnownTexts(utf8.Length >= Large ? 512 : 128, new KnownLists()) : null);
    }

    /// <summary>Writes a document as UTF-8.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    public static byte[] ToUtf8<T>(T value)
        where T : IJsonWritable
        => Write(value, JsonFormat.Text);

    /// <summary>Writes a document as text. Characters with a meaning in HTML are escaped.</summary>
    /// <typeparam name="T">The type of the document.</typeparam>
    public static string ToJson<T>(T value)
        where T : IJsonWritable
        => Use(Buffer(value, JsonFormat.Text, ArrayPool<byte>.Shared), static buffer => Encoding.UTF8.GetString(buffer.Whole()));

    /// <summary>Turns a model into an element.</summary>
    public static JsonElement ToElement(IJsonWritable value)
        => Use(Buffer(value, JsonFormat.Wire, ArrayPool<byte>.Shared), static buffer => RawJson.Parse(buffer.Whole()));

    /// <summary>Reads a document that must not be null.</summary>
    /// <exception cref="JsonException">The text is no JSON, is null, or does not fit the type.</exception>
    internal static T Required<T>(ReadOnlySpan<byte> utf8, ItemReader<T> reader) => Parse(utf8, reader) ?? throw Null();

    /// <summary>What is thrown where null stands for a value.</summary>
    internal static JsonException Null() => new("Expected a value, found null.");

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

    /// <summary>Writes a document with the given escapes.</summary>
    internal static byte[] Write<T>(T value, JsonEscaping escaping)
        where T : IJsonWritable
        => Use(Buffer(value, escaping, ArrayPool<byte>.Shared), static buffer => buffer.ToArray());

    /// <summary>Writes a document into a buffer, which the caller must let go.</summary>
    internal static PieceBuffer Buffer<T>(T value, JsonEscaping escaping, ArrayPool<byte> pool)
        where T : IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new PieceBuffer(pool);
        try
        {
            value.WriteTo(new JsonWriter(buffer, escaping));
            return buffer;
        }
        catch
        {
            buffer.LetGo();
            throw;
        }
    }

    /// <summary>Turns what <paramref name="write"/> writes into an element.</summary>
    internal static JsonElement ToElement(Action<JsonWriter> write) => ToElement(new JsonBody(write));

    private static T Use<T>(PieceBuffer buffer, Func<PieceBuffer, T> use)
    {
        try
        {
            return use(buffer);
        }
        finally
        {
            buffer.LetGo();
        }
    }

    /// <summary>A reader of whole documents of a type. Classes share its code, so it keeps the readers of all that a native program constructs: emitted code names the one that it means.</summary>
    internal static T? Document<T>(ref JsonReader reader)
        where T : IJsonReadable<T>
        => reader.IsNull ? default : T.ReadFrom(ref reader);
}
