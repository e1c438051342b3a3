using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>Writes a text as JSON without looking at its type, so that native programs can do it too.</summary>
internal static class JsonText
{
    public static string Of(string text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStringValue(text);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
