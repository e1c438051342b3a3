namespace OpenRouter.Runtime.Json;

/// <content>A name and its value in one call.</content>
public sealed partial class JsonWriter
{
    /// <summary>Writes a member that is text, or null.</summary>
    public void WriteString(ReadOnlySpan<byte> name, string? value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a member that is text, given as UTF-8.</summary>
    public void WriteString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a member that is a time in ISO 8601.</summary>
    public void WriteString(ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a member that is a GUID.</summary>
    public void WriteString(ReadOnlySpan<byte> name, Guid value)
    {
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a member that is bytes in base64.</summary>
    public void WriteBase64String(ReadOnlySpan<byte> name, ReadOnlySpan<byte> bytes)
    {
        WritePropertyName(name);
        WriteBase64StringValue(bytes);
    }

    /// <summary>Writes a member that is a whole number.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, long value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a member that is a number.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, double value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a member that is an amount.</summary>
    public void WriteNumber(ReadOnlySpan<byte> name, decimal value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a member that is a truth value.</summary>
    public void WriteBoolean(ReadOnlySpan<byte> name, bool value)
    {
        WritePropertyName(name);
        WriteBooleanValue(value);
    }
}
