using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Walks the members of an object, for emitted readers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonMembers
{
    /// <summary>Makes sure that the reader stands on the start of an object.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="type">The C# name of what is being read, for the message.</param>
    /// <exception cref="JsonException">The value is something else.</exception>
    public static void Start(ref JsonReader reader, string type)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            JsonMismatch.Throw($"an object ({type})", ref reader);
        }
    }

    /// <summary>Steps to the next member and onto its value; false at the end of the object.</summary>
    /// <param name="reader">The reader, on the start of the object or on the last token of a value.</param>
    /// <param name="name">The member's name in UTF-8, without escapes; valid until the reader's buffer changes.</param>
    public static bool Next(scoped ref JsonReader reader, out ReadOnlySpan<byte> name)
    {
        var hasMember = reader.ReadMember(out name, out var isEscaped);
        if (isEscaped)
        {
            name = Encoding.UTF8.GetBytes(JsonText.Decode(name, escaped: true));
        }

        return hasMember;
    }

    /// <summary>A copy of a bag, for builders that go on after they were built.</summary>
    public static JsonExtras? Copy(JsonExtras? extras)
    {
        if (extras is null)
        {
            return null;
        }

        var copy = new JsonExtras();
        foreach (var member in extras)
        {
            copy[member.Key] = member.Value;
        }

        return copy;
    }

    /// <summary>Keeps a member that the type does not declare.</summary>
    /// <param name="extras">The bag, made here when it is the first such member.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="reader">The reader, on the member's value.</param>
    public static void Keep(ref JsonExtras? extras, scoped ReadOnlySpan<byte> name, ref JsonReader reader)
        => (extras ??= new JsonExtras()).Read(Encoding.UTF8.GetString(name), ref reader);
}
