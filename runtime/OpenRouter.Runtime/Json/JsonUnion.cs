using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>What every emitted union does with the value that it holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>A case to hold, which is never null.</summary>
    /// <exception cref="ArgumentNullException">The value is null; a union that may be null is nullable itself.</exception>
    public static object Held(object? value) => value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The held value as a case that is a class.</summary>
    /// <typeparam name="T">The type of the case.</typeparam>
    public static bool TryGet<T>(object? held, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = held as T;
        return value is not null;
    }

    /// <summary>The held value as a case that is a struct.</summary>
    /// <typeparam name="T">The type of the case.</typeparam>
    public static bool TryGetValue<T>(object? held, out T value)
        where T : struct
    {
        value = held is T given ? given : default;
        return held is T;
    }

    /// <summary>Writes the held value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="held">A model, a text, a number, a truth value or an element of an unknown form; emitted code writes other cases itself.</param>
    /// <param name="union">The name of the union, for the message.</param>
    /// <exception cref="InvalidOperationException">Nothing is held.</exception>
    public static void Write(JsonWriter writer, object? held, string union)
    {
        switch (held)
        {
            case IJsonWritable model:
                model.WriteTo(writer);
                break;
            case JsonElement element:
                JsonWrite.Element(writer, element);
                break;
            case string text:
                JsonWrite.Value(writer, text);
                break;
            case long number:
                JsonWrite.Value(writer, number);
                break;
            case double number:
                JsonWrite.Value(writer, number);
                break;
            case bool flag:
                JsonWrite.Value(writer, flag);
                break;
            default:
                throw new InvalidOperationException($"An empty {union} cannot be written; construct it from one of its cases.");
        }
    }

    /// <summary>What a union that holds nothing answers to a question for its case.</summary>
    /// <typeparam name="T">The type of the answer, so that a switch can end in this call.</typeparam>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [DoesNotReturn]
    public static T Empty<T>(string union) => throw new InvalidOperationException($"This {union} is empty.");
}
