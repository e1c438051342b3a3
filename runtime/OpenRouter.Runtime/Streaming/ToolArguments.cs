using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>The arguments of a tool call, growing. It follows the brackets, so that no fragment has to be parsed twice.</summary>
internal sealed class ToolArguments
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;
    private bool _hasBegun;
    private bool _isBroken;

    /// <summary>The text as it came.</summary>
    public override string ToString() => JsonText.Whole(_text);

    /// <summary>Adds a fragment.</summary>
    public void Append(string fragment)
    {
        _text.Append(fragment);
        foreach (var letter in fragment)
        {
            Follow(letter);
        }
    }

    /// <summary>
    /// Whether an object or a list is complete, so that no further text can belong to it. Text that is balanced and no JSON will
    /// never be; it is parsed once.
    /// </summary>
    public bool IsClosed()
    {
        if (_isBroken || !_hasBegun || _depth != 0)
        {
            return false;
        }

        _isBroken = !IsJson(ToString());
        return !_isBroken;
    }

    /// <summary>Whether a fragment repeats the whole of it.</summary>
    public bool IsRepeatedBy(string fragment) => fragment.Length == _text.Length && _text.Equals(fragment) && IsClosed();

    /// <summary>Whether a text is one JSON value.</summary>
    public static bool IsJson(string text)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Follow(char letter)
    {
        if (_isInText)
        {
            (_isEscaped, _isInText) = (!_isEscaped && letter == '\\', _isEscaped || letter != '"');
            return;
        }

        switch (letter)
        {
            case '"':
                _isInText = true;
                break;
            case '{' or '[':
                _hasBegun = true;
                _depth++;
                break;
            case '}' or ']':
                _depth--;
                break;
        }
    }
}
