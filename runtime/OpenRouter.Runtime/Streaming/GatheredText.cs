using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>A text, growing by pieces. Short pieces are copied together; long ones are kept as they are, since a copy would cost more.</summary>
internal sealed class GatheredText
{
    private const int LongPiece = 256;
    private readonly StringBuilder _short = new();
    private List<string>? _before;

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a piece.</summary>
    public void Append(string piece)
    {
        Length += piece.Length;
        if (piece.Length < LongPiece)
        {
            _short.Append(piece);
            return;
        }

        _before ??= [];
        if (_short.Length > 0)
        {
            _before.Add(_short.ToString());
            _short.Clear();
        }

        _before.Add(piece);
    }

    /// <summary>The text; half a surrogate pair that never met its other half becomes U+FFFD.</summary>
    public override string ToString()
        => JsonText.Whole(_before is null ? _short.ToString() : _short.Length == 0 && _before.Count == 1 ? _before[0] : string.Concat([.. _before, _short.ToString()]));
}
