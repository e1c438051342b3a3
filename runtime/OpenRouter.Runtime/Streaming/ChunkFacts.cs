using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>What one chunk showed.</summary>
internal sealed class ChunkFacts
{
    private long _textIndex;

    /// <summary>The error, if it carried one.</summary>
    public JsonElement? Error { get; set; }

    /// <summary>Whether it had usage.</summary>
    public bool HasUsage { get; set; }

    /// <summary>Whether it had choices.</summary>
    public bool HasChoices { get; set; }

    /// <summary>Whether it had text, reasoning, a tool call or the like.</summary>
    public bool HasContent { get; set; }

    /// <summary>Its text: that of the choice of the lowest index.</summary>
    public string? Text { get; private set; }

    public void AddText(long index, string text)
    {
        if (Text is null || index < _textIndex)
        {
            Text = text;
            _textIndex = index;
        }
        else if (index == _textIndex)
        {
            Text += text;
        }
    }

    public void Clear()
    {
        Error = null;
        HasUsage = false;
        HasChoices = false;
        HasContent = false;
        Text = null;
    }
}
