using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Looks ahead in an object or array without moving the caller's reader, to find the case of a union.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonProbe
{
    /// <summary>The text of a string member in UTF-8; empty when the member is absent or no string.</summary>
    /// <param name="reader">A copy of the reader, on the start of an object.</param>
    /// <param name="member">The member's name.</param>
    public static ReadOnlySpan<byte> Tag(JsonReader reader, scoped ReadOnlySpan<byte> member)
    {
        if (!Find(ref reader, member) || reader.TokenType != JsonTokenType.String)
        {
            return default;
        }

        return reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(JsonText.Decode(ref reader)) : reader.ValueSpan;
    }

    /// <summary>Whether an object has a member.</summary>
    /// <param name="reader">A copy of the reader, on the start of an object.</param>
    /// <param name="member">The member's name.</param>
    public static bool Has(JsonReader reader, ReadOnlySpan<byte> member) => Find(ref reader, member);

    /// <summary>The place of the shape that fits an object best, the first of those that fit equally well; -1 when none fits.</summary>
    /// <param name="reader">A copy of the reader, on the start of an object.</param>
    /// <param name="shapes">The names of members: ! before what must be there, ? before what may be, | between names, ; between shapes.</param>
    public static int BestFit(JsonReader reader, ReadOnlySpan<byte> shapes) => JsonShapes.Find(reader, shapes, only: false);

    /// <summary>As <see cref="BestFit"/>, but -1 also when more than one shape fits equally well.</summary>
    /// <param name="reader">A copy of the reader, on the start of an object.</param>
    /// <param name="shapes">The names of members, as for <see cref="BestFit"/>.</param>
    public static int OnlyFit(JsonReader reader, ReadOnlySpan<byte> shapes) => JsonShapes.Find(reader, shapes, only: true);

    /// <summary>The kind of an array's first item; <see cref="JsonTokenType.EndArray"/> when it is empty.</summary>
    /// <param name="reader">A copy of the reader, on the start of an array.</param>
    public static JsonTokenType FirstItem(JsonReader reader)
    {
        if (!reader.Read())
        {
            return JsonTokenType.None;
        }

        return reader.TokenType == JsonTokenType.False ? JsonTokenType.True : reader.TokenType;
    }

    /// <summary>Whether a value is a number that is written as a whole one and fits into 64 bits.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static bool IsWholeNumber(ref JsonReader reader) => reader.TokenType == JsonTokenType.Number && JsonNumber.TryWhole(reader.ValueSpan, out _);

    private static bool Find(scoped ref JsonReader reader, scoped ReadOnlySpan<byte> member)
    {
        while (JsonMembers.Next(ref reader, out var name))
        {
            if (name.SequenceEqual(member))
            {
                return true;
            }

            JsonRead.Skip(ref reader);
        }

        return false;
    }
}
