using System.Text.Json;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#else
using System.Text;
#endif

namespace OpenRouter.Runtime.Json;

/// <summary>Writes what generated types consist of. A null value is written as null; a null member is left out.</summary>
public static partial class JsonWrite
{
    /// <summary>Opens the object of a model.</summary>
    public static void Start(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
    }

    /// <summary>Writes the members that the type does not know, if there are any, and closes the object.</summary>
    public static void End(JsonWriter writer, JsonExtras? extras = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        extras?.WriteTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes an element with its bytes unchanged; an undefined one is written as null.</summary>
    public static void Element(JsonWriter writer, JsonElement element)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

#if NET9_0_OR_GREATER
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element));
#else
        writer.WriteRawValue(Encoding.UTF8.GetBytes(element.GetRawText()));
#endif
    }
}
