using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>Our writer and that of System.Text.Json, told the same.</summary>
internal sealed class BothWriters(JsonWriter ours, Utf8JsonWriter theirs)
{
    private static readonly JavaScriptEncoder Pages = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Fails where the two differ. What is written goes into an array.</summary>
    public static void Check(bool isForPages, Action<BothWriters> write)
    {
        var expected = new ArrayBufferWriter<byte>();
        using var theirs = new Utf8JsonWriter(expected, new JsonWriterOptions { Encoder = isForPages ? Pages : JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        var written = JsonModel.Write(
            new JsonBody(ours =>
            {
                var both = new BothWriters(ours, theirs);
                both.Start(isObject: false);
                write(both);
                both.End(isObject: false);
            }),
            isForPages ? JsonFormat.Text : JsonFormat.Wire);
        theirs.Flush();
        if (!expected.WrittenSpan.SequenceEqual(written))
        {
            Assert.Equal(Encoding.UTF8.GetString(expected.WrittenSpan), Encoding.UTF8.GetString(written));
            Assert.Fail("The bytes differ where the texts do not.");
        }
    }

    public void Start(bool isObject)
    {
        (isObject ? ours.WriteStartObject : (Action)ours.WriteStartArray)();
        (isObject ? theirs.WriteStartObject : (Action)theirs.WriteStartArray)();
    }

    public void End(bool isObject)
    {
        (isObject ? ours.WriteEndObject : (Action)ours.WriteEndArray)();
        (isObject ? theirs.WriteEndObject : (Action)theirs.WriteEndArray)();
    }

    public void Name(string name)
    {
        ours.WritePropertyName(name);
        theirs.WritePropertyName(name);
    }

    public void Utf8Name(string name)
    {
        ours.WritePropertyName(Encoding.UTF8.GetBytes(name));
        theirs.WritePropertyName(Encoding.UTF8.GetBytes(name));
    }

    public void Text(string text)
    {
        ours.WriteStringValue(text);
        theirs.WriteStringValue(text);
    }

    public void Number(long value)
    {
        ours.WriteNumberValue(value);
        theirs.WriteNumberValue(value);
    }

    public void Number(double value)
    {
        ours.WriteNumberValue(value);
        theirs.WriteNumberValue(value);
    }

    public void Number(decimal value)
    {
        ours.WriteNumberValue(value);
        theirs.WriteNumberValue(value);
    }

    public void Time(DateTimeOffset value)
    {
        ours.WriteStringValue(value);
        theirs.WriteStringValue(value);
    }

    public void Id(Guid value)
    {
        ours.WriteStringValue(value);
        theirs.WriteStringValue(value);
    }

    public void Bytes(byte[] value)
    {
        ours.WriteBase64StringValue(value);
        theirs.WriteBase64StringValue(value);
    }

    public void Flag(bool? value)
    {
        JsonWrite.Value(ours, value);
        if (value is { } given)
        {
            theirs.WriteBooleanValue(given);
            return;
        }

        theirs.WriteNullValue();
    }

    public void Raw(JsonElement value)
    {
        JsonWrite.Element(ours, value);
        theirs.WriteRawValue(value.GetRawText());
    }
}
