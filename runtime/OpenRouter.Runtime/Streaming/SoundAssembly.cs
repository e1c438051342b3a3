using System.Buffers;
using System.Text;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Decodes sound that comes in pieces of base64, each with padding of its own or cut at any place.</summary>
internal sealed class SoundAssembly
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private string _rest = "";

    /// <summary>Whether something arrived that is no base64; what follows is not kept.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Whether the last group waits for more.</summary>
    public bool IsOpen => _rest.Length > 0;

    /// <summary>Whether the last character cannot be decoded without the next one.</summary>
    public bool IsCut => _rest.Length > 0 && Tail().Length == 0;

    /// <summary>Adds a piece.</summary>
    public void Append(string base64)
    {
        var text = (_rest + WithoutBlanks(base64)).AsSpan();
        while (!IsDamaged && text.Length >= 4)
        {
            // The group of the first padding ends a piece; another piece may follow it.
            var (padding, whole) = (text.IndexOf('='), text.Length / 4 * 4);
            var length = padding < 0 ? whole : Math.Min(whole, (padding / 4 * 4) + 4);
            IsDamaged = !Convert.TryFromBase64Chars(text[..length], _bytes.GetSpan(length), out var written);
            _bytes.Advance(written);
            text = text[length..];
        }

        _rest = IsDamaged ? "" : text.ToString();
    }

    /// <summary>The bytes so far; a last group without its padding is taken as it is.</summary>
    public byte[] ToArray() => [.. _bytes.WrittenSpan, .. Tail()];

    private static string WithoutBlanks(string base64)
    {
        if (!base64.AsSpan().ContainsAny(" \t\r\n"))
        {
            return base64;
        }

        var text = new StringBuilder(base64.Length);
        foreach (var letter in base64)
        {
            if (letter is not (' ' or '\t' or '\r' or '\n'))
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }

    private byte[] Tail()
    {
        var tail = new byte[3];
        return Convert.TryFromBase64String(_rest.PadRight(4, '='), tail, out var written) ? tail[..written] : [];
    }
}
