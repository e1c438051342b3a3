using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>Takes the escapes out of a JSON text that stays UTF-8.</summary>
internal static class JsonUtf8
{
    /// <summary>Writes the text; false for one with halves of surrogate pairs, whose other half may stand in another piece.</summary>
    /// <param name="raw">The bytes between the quotes, whose escapes are right.</param>
    /// <param name="target">As long as they are.</param>
    /// <param name="length">How many bytes were written.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> raw, Span<byte> target, out int length)
    {
        length = 0;
        while (true)
        {
            var run = raw.IndexOf((byte)'\\');
            var plain = run < 0 ? raw : raw[..run];
            plain.CopyTo(target[length..]);
            length += plain.Length;
            if (run < 0)
            {
                return true;
            }

            raw = raw[run..];
            if (raw[1] != 'u')
            {
                target[length++] = JsonText.Meaning(raw[1]);
                raw = raw[2..];
                continue;
            }

            if (!Rune.TryCreate(JsonText.Unit(raw), out var letter))
            {
                return false;
            }

            length += letter.EncodeToUtf8(target[length..]);
            raw = raw[6..];
        }
    }
}
