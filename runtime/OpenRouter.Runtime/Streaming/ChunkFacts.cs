using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>What one chunk showed.</summary>
internal sealed class ChunkFacts
{
    private long _textIndex;
    private string? _text;
    private StringBuilder? _texts;

    /// <summary>The error, if it carried one.</summary>
    public JsonElement? Error { get; set; }

    /// <summary>Whether it had usage.</summary>
    public bool HasUsage { get; set; }

    /// <summary>Whether it had choices.</summary>
    public bool HasChoices { get; set; }

    /// <summary>Whether it had text, reasoning, a tool call or the like.</summary>
    public bool HasContent { get; set; }

    /// <summary>Its text: that of the choice of the lowest index.</summary>
    public string? Text => _texts is null ? _text : _text ??= _texts.ToString();

    public void AddText(long index, string text)
    {
        if ((_text is null && _texts is null) || index < _textIndex)
        {
            (_text, _texts, _textIndex) = (text, null, index);
        }
        else if (index == _textIndex)
        {
            _texts = (_texts ?? new StringBuilder(_text)).Append(text);
            _text = null;
        }
    }

    public void Clear()
    {
        Error = null;
        HasUsage = false;
        HasChoices = false;
        HasContent = false;
        (_text, _texts) = (null, null);
    }
}
