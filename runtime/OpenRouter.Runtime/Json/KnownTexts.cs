using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Short texts that were read from one answer: names of models, kinds, reasons and the like come again and again, and are then
/// the same string. A slot holds the last text that fell into it, so that nothing grows.
/// </summary>
internal sealed class KnownTexts
{
    private const int MaxLength = 64;
    private readonly string?[] _texts;

    /// <summary>Makes a store of nothing.</summary>
    /// <param name="slots">How many texts it can hold: a power of two.</param>
    /// <param name="lists">Lists that were read from the same document; null where there are many documents.</param>
    public KnownTexts(int slots = 128, KnownLists? lists = null) => (_texts, Lists) = (new string?[slots], lists);

    /// <summary>Lists that were read from the same document.</summary>
    public KnownLists? Lists { get; }

    /// <summary>The text of bytes that stood between two quotes, without escapes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8);
        }

        var texts = _texts;
        ref var slot = ref texts[(int)Hash(utf8) & (texts.Length - 1)];
        return slot is { } known && Ascii.Equals(utf8, known) ? known : slot = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Of the length and the outer bytes: prices differ at their end, addresses at both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.Length;
        if (length >= sizeof(ulong))
        {
            var ends = BinaryPrimitives.ReadUInt64LittleEndian(utf8) + (BinaryPrimitives.ReadUInt64LittleEndian(utf8[(length - sizeof(ulong))..]) * 31) + (uint)length;
            return (uint)((ends * 0x9E3779B97F4A7C15) >> 40);
        }

        var sum = (uint)length + ((uint)utf8[0] * 31) + ((uint)utf8[length - 1] * 961) + ((uint)utf8[length >> 1] * 29791);
        return sum ^ (sum >> 7);
    }
}
