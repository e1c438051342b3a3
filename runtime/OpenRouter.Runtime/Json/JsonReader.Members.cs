using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <content>Steps that are longer than a token: a member with its value, a list that is known.</content>
public ref partial struct JsonReader
{
    /// <summary>Steps to the next member of the object and onto its value; false at the end of the object.</summary>
    /// <param name="name">The name as it is written; <see cref="ValueIsEscaped"/> of the name itself is told by <paramref name="isEscaped"/>.</param>
    /// <param name="isEscaped">Whether the name has escapes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal bool ReadMember(out ReadOnlySpan<byte> name, out bool isEscaped)
    {
        name = default;
        isEscaped = false;
        var first = Peek();
        if (_type != JsonTokenType.StartObject)
        {
            if (first != ',' || !_levels.IsObject || _type == JsonTokenType.PropertyName)
            {
                // The end of an object, or what is no object.
                Read();
                return false;
            }

            _at++;
            first = Peek();
        }
        else if (first == '}')
        {
            _isEscaped = false;
            Close(JsonTokenType.EndObject);
            return false;
        }

        if (first != '"')
        {
            throw Unexpected("the name of a member");
        }

        ReadText();
        name = _json.Slice(_valueStart, _valueLength);
        isEscaped = _isEscaped;
        _isEscaped = false;
        if (Peek() != ':')
        {
            throw Unexpected("a colon");
        }

        _at++;
        return ReadValue(Peek());
    }

    /// <summary>Skips the list on whose start the reader stands when it is written as an earlier one, which holds no other.</summary>
    /// <param name="start">Where the earlier one begins.</param>
    /// <param name="length">How long it is.</param>
    internal bool TrySkipList(int start, int length)
    {
        if (!_json[_valueStart..].StartsWith(_json.Slice(start, length)))
        {
            return false;
        }

        _at = _start = _valueStart + length - 1;
        return Close(JsonTokenType.EndArray);
    }

    /// <summary>How many items there may be behind one of a list; right for plain values in whose texts no comma and no bracket stands.</summary>
    internal readonly int GuessItems()
    {
        const int Furthest = 64 * 1024;
        if (_type is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            return 2;
        }

        var ahead = _json.Slice(_at, Math.Min(_json.Length - _at, Furthest));
        var end = ahead.IndexOf((byte)']');
        return (end < 0 ? ahead : ahead[..end]).Count((byte)',');
    }
}
