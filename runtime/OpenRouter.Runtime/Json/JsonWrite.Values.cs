using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <content>Values: one after the other, or after a property name.</content>
public static partial class JsonWrite
{
    /// <summary>Writes text, or null.</summary>
    public static void Value(JsonWriter writer, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteStringValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a truth value, or null.</summary>
    public static void Value(JsonWriter writer, bool? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteBooleanValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a whole number, or null.</summary>
    public static void Value(JsonWriter writer, int? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumberValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a whole number, or null.</summary>
    public static void Value(JsonWriter writer, long? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumberValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a number, or null.</summary>
    public static void Value(JsonWriter writer, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumberValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes an amount, or null.</summary>
    public static void Value(JsonWriter writer, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumberValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a time in ISO 8601, or null.</summary>
    public static void Value(JsonWriter writer, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteStringValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a GUID, or null.</summary>
    public static void Value(JsonWriter writer, Guid? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteStringValue(given);
            return;
        }

        writer.WriteNullValue();
    }

    /// <summary>Writes a URI as it was spelled, or null.</summary>
    public static void Value(JsonWriter writer, Uri? value) => Value(writer, value?.OriginalString);

    /// <summary>Writes bytes in base64, or null.</summary>
    public static void Value(JsonWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes any JSON, or null.</summary>
    public static void Value(JsonWriter writer, JsonElement? value) => Element(writer, value ?? default);

    /// <summary>Writes a model, or null.</summary>
    /// <typeparam name="T">The type of the model.</typeparam>
    public static void Value<T>(JsonWriter writer, T? value)
        where T : class, IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        value.WriteTo(writer);
    }

    /// <summary>Writes a union, or null.</summary>
    /// <typeparam name="T">The type of the union.</typeparam>
    public static void Value<T>(JsonWriter writer, T? value)
        where T : struct, IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            given.WriteTo(writer);
            return;
        }

        writer.WriteNullValue();
    }
}
