using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>The scan of texts, their decoding, and the texts that are known, against the simplest code that does the same.</summary>
public sealed class JsonTextProofTests
{
    private static readonly string[] Pieces =
    [
        "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041", "\\u00e9", "\\u4E2D", "\\u0000", "\\ud83d\\ude00", "\\uD83D", "\\uDE00", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d", "é", "中", "😀",
    ];

    private static readonly string[] Wrong = ["\\x", "\\u12", "\\u12G4", "\\", "\\'", "\\U0041", "\0", "\n", "\u001F"];

    private static readonly byte[][] NoText = [[0x80], [0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0xBD], [0xC0, 0xAF], [0xFF], [0xF5, 0x80, 0x80, 0x80], [0xEF, 0xBB, 0xBF]];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 70)];

    /// <summary>At every length around those of vectors: plain, and with each thing that ends a run at each place.</summary>
    [Theory]
    [MemberData(nameof(Lengths))]
    public void Scan_OfAnyLength_FindsWhatTheFrameworkFinds(int length)
    {
        for (var value = 0; value < 256; value++)
        {
            for (var place = 0; place < length; place++)
            {
                var text = new byte[length + 1];
                text.AsSpan().Fill((byte)'a');
                text[place] = (byte)value;
                text[^1] = (byte)'"';
                AssertFound(text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Scan_OfRandomBytes_FindsWhatTheFrameworkFinds(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText(random, length, isWrong: random.Next(3) == 0);
            AssertFound(text);
            AssertFound([.. text, (byte)'"']);
            AssertFound([.. text, (byte)'"', .. "\\\u0001\""u8]);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Text_OfRandomBytes_IsDecodedAsTheFrameworkDoes(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 500; round++)
        {
            var text = RandomText(random, length + (round % 100 == 0 ? 300 : 0), isWrong: false);
            var isEscaped = text.Contains((byte)'\\');

            AssertDecoded(text, isEscaped);
            Assert.Equal(Simple(text, keepsHalves: true), JsonText.Decode(text, isEscaped, keepsHalves: true));
        }
    }

    [Fact]
    public void KnownTexts_GiveTheTextThatTheBytesAre()
    {
        var known = new KnownTexts();
        var random = new Random(7);
        for (var round = 0; round < 200_000; round++)
        {
            // Few letters and many lengths, so that texts of one slot follow each other.
            var bytes = new byte[random.Next(70)];
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] = (byte)(random.Next(40) == 0 ? random.Next(256) : 'a' + random.Next(2));
            }

            Assert.Equal(Encoding.UTF8.GetString(bytes), known.Get(bytes));
        }
    }

    private static void AssertFound(ReadOnlySpan<byte> text)
    {
        byte[] json = [(byte)'"', .. text];
        var reader = new Utf8JsonReader(json);
        var isText = true;
        try
        {
            reader.Read();
        }
        catch (JsonException)
        {
            isText = false;
        }

        var length = JsonTextScan.Find(text, out var isEscaped);

        Assert.True(isText == length >= 0, $"{Convert.ToHexString(text)}: {length}");
        if (isText)
        {
            Assert.True((reader.ValueSpan.Length, reader.ValueIsEscaped) == (length, isEscaped), $"{Convert.ToHexString(text)}: {length}");
        }
    }

    /// <summary>The framework refuses what is no Unicode; there it becomes U+FFFD.</summary>
    private static void AssertDecoded(ReadOnlySpan<byte> text, bool isEscaped)
    {
        string expected;
        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. text, (byte)'"']);
            reader.Read();
            expected = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            expected = Simple(text, keepsHalves: false);
        }

        Assert.Equal(expected, JsonText.Decode(text, isEscaped));
    }

    /// <summary>Runs and escapes one after the other; then what is half a pair is replaced, but perhaps for the first and the last.</summary>
    private static string Simple(ReadOnlySpan<byte> text, bool keepsHalves)
    {
        var units = new StringBuilder();
        while (!text.IsEmpty)
        {
            var run = text.IndexOf((byte)'\\') is var found && found < 0 ? text.Length : found;
            units.Append(Encoding.UTF8.GetString(text[..run]));
            text = text[run..];
            if (!text.IsEmpty)
            {
                units.Append(text[1] == 'u' ? (char)Convert.ToUInt16(Encoding.ASCII.GetString(text.Slice(2, 4)), 16) : "\b\f\n\r\t\"\\/"["bfnrt\"\\/".IndexOf((char)text[1], StringComparison.Ordinal)]);
                text = text[(text[1] == 'u' ? 6 : 2)..];
            }
        }

        for (var at = 0; at < units.Length; at++)
        {
            if (at + 1 < units.Length && char.IsSurrogatePair(units[at], units[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(units[at]) && !(keepsHalves && (char.IsLowSurrogate(units[at]) ? at == 0 : at == units.Length - 1)))
            {
                units[at] = '\uFFFD';
            }
        }

        return units.ToString();
    }

    /// <summary>Bytes between two quotes: letters, escapes, characters, and what is no UTF-8; when it is to be wrong, also what may not stand there.</summary>
    private static byte[] RandomText(Random random, int length, bool isWrong)
    {
        var text = new List<byte>();
        while (text.Count < length)
        {
            switch (random.Next(isWrong ? 16 : 14))
            {
                case 0 or 1:
                    text.AddRange(Encoding.UTF8.GetBytes(random.GetItems(Pieces, 1)[0]));
                    break;
                case 2:
                    text.AddRange(random.GetItems(NoText, 1)[0]);
                    break;
                case 14:
                    text.AddRange(Encoding.UTF8.GetBytes(random.GetItems(Wrong, 1)[0]));
                    break;
                default:
                    text.Add((byte)random.Next('a', 'z'));
                    break;
            }
        }

        return [.. text];
    }
}
