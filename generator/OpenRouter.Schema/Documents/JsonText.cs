using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenRouter.Schema.Documents;

/// <summary>Prints JSON for people: indented, with the characters as they are, and with LF on every platform.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    public static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
