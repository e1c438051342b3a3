using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// The common case of reasoning details: a fragment that only lengthens the entry before it. It is read without keeping a
/// member; whatever is more than that is left to <see cref="ReasoningFragment"/>.
/// </summary>
internal static class ReasoningContinuation
{
    /// <summary>The member that holds the text of an entry of a type.</summary>
    public static string Member(string type) => type == ReasoningFragment.PlainText ? "text" : "summary";

    /// <summary>The text that lengthens the entry, or null when the fragment says anything else too.</summary>
    public static string? TryRead(ReadOnlySpan<byte> json, string type, long index, ReasoningEntry entry)
    {
        var member = Member(type);
        var reader = new JsonReader(json);
        string? text = null;
        var (hasType, hasIndex) = (false, false);
        reader.Read();
        while (JsonMembers.Next(ref reader, out var name))
        {
            if (name.SequenceEqual("type"u8) && reader.TokenType == JsonTokenType.String && reader.TextEquals(type))
            {
                hasType = true;
            }
            else if (name.SequenceEqual("index"u8) && reader.TokenType == JsonTokenType.Number && JsonNumber.TryWhole(reader.ValueSpan, out var value) && value == index)
            {
                hasIndex = true;
            }
            else if (IsText(name, member) && text is null && reader.TokenType == JsonTokenType.String)
            {
                text = JsonText.DecodePiece(ref reader);
            }
            else if (!IsSettled(name, reader.TokenType, entry))
            {
                return null;
            }
        }

        return hasType && hasIndex ? text : null;
    }

    private static bool IsText(ReadOnlySpan<byte> name, string member) => member == "text" ? name.SequenceEqual("text"u8) : name.SequenceEqual("summary"u8);

    /// <summary>True for a member that cannot change the entry: the first id and format count, and a null changes nothing that is there.</summary>
    private static bool IsSettled(ReadOnlySpan<byte> name, JsonTokenType value, ReasoningEntry entry)
    {
        if (name.SequenceEqual("id"u8))
        {
            return IsScalar(value) && (entry.HasValue("id") || (value == JsonTokenType.Null && entry.Has("id")));
        }

        if (name.SequenceEqual("format"u8))
        {
            return IsScalar(value) && (entry.HasValue("format") || (value == JsonTokenType.Null && entry.Has("format")));
        }

        return value == JsonTokenType.Null && name.SequenceEqual("signature"u8) && entry.Has("signature");
    }

    private static bool IsScalar(JsonTokenType value) => value is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
}
