using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <content>Members: a name and a value, or nothing when the value is null.</content>
public static partial class JsonWrite
{
    /// <summary>Writes a member that is text, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteString(name, given);
        }
    }

    /// <summary>Writes a member that is a truth value, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteBoolean(name, given);
        }
    }

    /// <summary>Writes a member that is a whole number, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a member that is a whole number, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a member that is a number, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a member that is an amount, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteNumber(name, given);
        }
    }

    /// <summary>Writes a member that is a time in ISO 8601, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteString(name, given);
        }
    }

    /// <summary>Writes a member that is a GUID, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, Guid? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WriteString(name, given);
        }
    }

    /// <summary>Writes a member that is a URI, as it was spelled, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, Uri? value) => Member(writer, name, value?.OriginalString);

    /// <summary>Writes a member that is bytes in base64, unless it is null.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not null)
        {
            writer.WriteBase64String(name, value);
        }
    }

    /// <summary>Writes a member that is any JSON, unless it is null; an element of kind Null is written.</summary>
    public static void Member(JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WritePropertyName(name);
            Element(writer, given);
        }
    }

    /// <summary>Writes a member that is a model, unless it is null.</summary>
    /// <typeparam name="T">The type of the model.</typeparam>
    public static void Member<T>(JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes a member that is a union, unless it is null.</summary>
    /// <typeparam name="T">The type of the union.</typeparam>
    public static void Member<T>(JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonWritable
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } given)
        {
            writer.WritePropertyName(name);
            given.WriteTo(writer);
        }
    }

    /// <summary>Begins a member whatever its value: the value must follow.</summary>
    public static void Name(JsonWriter writer, ReadOnlySpan<byte> name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
    }
}
