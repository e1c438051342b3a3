using System.Runtime.CompilerServices;
using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Short texts that were read from one answer: names of models, kinds, reasons and the like come again and again, and are then
/// the same string. A slot holds the last text that fell into it, so that nothing grows.
/// </summary>
internal sealed class KnownTexts
{
    private const int Slots = 128;
    private const int MaxLength = 64;
    private readonly string?[] _texts = new string?[Slots];

    /// <summary>The text of bytes that stood between two quotes, without escapes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref _texts[Slot(utf8)];
        return slot is { } known && Ascii.Equals(utf8, known) ? known : slot = Encoding.UTF8.GetString(utf8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Slot(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.Length;
        var sum = (uint)length + ((uint)utf8[0] * 31) + ((uint)utf8[length - 1] * 961) + ((uint)utf8[length >> 1] * 29791);
        return (sum ^ (sum >> 7)) % Slots;
    }
}
