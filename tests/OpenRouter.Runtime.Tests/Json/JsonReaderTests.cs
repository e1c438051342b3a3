using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>Our reader finds the tokens that the reader of System.Text.Json finds, and refuses what that one refuses.</summary>
public sealed class JsonReaderTests
{
    private const int Mutants = 60_000;
    private const string Refused = "refused";

    /// <summary>What the names and texts of a random document are made of: runs of every length around that of a vector, escapes, control characters.</summary>
    private static readonly string[] Pieces =
        ["", "a", "name", "0123456789abcde", "0123456789abcdef", "0123456789abcdefghijklmnopqrstuvwxyz", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "é", "日本語", "\u007f"];

    private static readonly string[] Scalars = ["0", "-0", "1", "-12", "1.5", "1e3", "1E-10", "-0.0e+5", "12345678901234567890", "true", "false", "null"];
    private static readonly string[] Spaces = ["", "", "", " ", "\n", "\t\r\n", "                    "];

    [Fact]
    public void Tokens_OfRandomDocuments_AreThoseOfSystemTextJson()
    {
        var random = new Random(11);
        for (var round = 0; round < 4_000; round++)
        {
            var json = new StringBuilder();
            AppendValue(json, random, 0);
            var utf8 = Encoding.UTF8.GetBytes(json.ToString());

            Assert.Equal(Expected(utf8), Found(utf8));
        }
    }

    [Fact]
    public void Tokens_OfDamagedDocuments_AreThoseOfSystemTextJson_AndSoIsTheRefusal()
    {
        var random = new Random(12);
        const string Alphabet = "{}[]\",:\\/ \n\t0123456789-+.eEtruefalsn\u0000\u001fu\u007f\u00ff";
        var (refused, accepted) = (0, 0);
        for (var round = 0; round < Mutants; round++)
        {
            var json = new StringBuilder();
            AppendValue(json, random, 0);
            var utf8 = Encoding.UTF8.GetBytes(json.ToString()).ToList();
            for (var change = random.Next(1, 4); change > 0 && utf8.Count > 0; change--)
            {
                var (at, letter) = (random.Next(utf8.Count), (byte)Alphabet[random.Next(Alphabet.Length)]);
                switch (random.Next(4))
                {
                    case 0:
                        utf8.RemoveAt(at);
                        break;
                    case 1:
                        utf8.Insert(at, letter);
                        break;
                    case 2:
                        utf8.RemoveRange(at, utf8.Count - at);
                        break;
                    default:
                        utf8[at] = letter;
                        break;
                }
            }

            var (expected, found) = (Expected([.. utf8]), Found([.. utf8]));
            if (!expected.EndsWith(Refused, StringComparison.Ordinal))
            {
                accepted++;
                Assert.Equal(expected, found);
                continue;
            }

            // What stands behind a number is refused by one reader with the number, by the other behind it.
            refused++;
            Assert.StartsWith(expected[..^Refused.Length], found, StringComparison.Ordinal);
            Assert.EndsWith(Refused, found, StringComparison.Ordinal);
        }

        // Both kinds were really seen.
        Assert.InRange(refused, Mutants / 4, Mutants);
        Assert.InRange(accepted, Mutants / 20, Mutants);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(512)]
    public void Levels_BeyondAWord_AreKept(int depth)
    {
        // Objects and lists in turn, with a member behind each inner value, so that every level is looked at again on the way out.
        var json = "null";
        for (var level = 0; level < depth; level++)
        {
            json = level % 3 == 0 ? $"[{json},1]" : $$"""{"a":{{json}},"b":2}""";
        }

        var utf8 = Encoding.UTF8.GetBytes(json);

        Assert.Equal(Expected(utf8), Found(utf8));
        Assert.EndsWith("end", Found(utf8), StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_ReadsOnItsOwn()
    {
        var utf8 = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 70)) + "1" + string.Concat(Enumerable.Repeat("]", 70)));
        var reader = new JsonReader(utf8);
        for (var step = 0; step < 66; step++)
        {
            reader.Read();
        }

        var copy = reader;
        copy.Skip();
        copy.Read();
        Assert.Equal((JsonTokenType.EndArray, 64), (copy.TokenType, copy.CurrentDepth));
        Assert.Equal((JsonTokenType.StartArray, 65), (reader.TokenType, reader.CurrentDepth));
        reader.Skip();
        Assert.Equal((JsonTokenType.EndArray, copy.BytesConsumed - 1), (reader.TokenType, reader.BytesConsumed));
    }

    [Theory]
    [InlineData("""{"a":tru}""", "Expected a value, found 't' at byte 5.")]
    [InlineData("""{"a" 1}""", "Expected a colon, found '1' at byte 5.")]
    [InlineData("""[1 2]""", "Expected a comma or the end of the list, found '2' at byte 3.")]
    [InlineData("""{"a":1""", "Expected a comma or the end of the object, found the end of the JSON at byte 6.")]
    [InlineData("""["abc""", "Expected the rest of a text, found the end of the JSON at byte 5.")]
    [InlineData("[\"a\u0001\"]", "Expected the rest of a text, found the byte 0x01 at byte 3.")]
    [InlineData("[01]", "Expected no digit behind a leading zero, found '1' at byte 2.")]
    [InlineData("1 x", "Expected the end of the JSON, found 'x' at byte 2.")]
    public void Refusal_SaysWhatAndWhere(string json, string message)
        => Assert.Equal(message, Assert.Throws<JsonException>(() => Walk(Encoding.UTF8.GetBytes(json))).Message);

    private static void Walk(byte[] utf8)
    {
        var reader = new JsonReader(utf8);
        while (reader.Read())
        {
        }
    }

    private static string Found(byte[] utf8)
    {
        var tokens = new StringBuilder();
        var reader = new JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                Append(tokens, reader.TokenType, reader.ValueSpan, reader.ValueIsEscaped, reader.TokenStartIndex, reader.BytesConsumed, reader.CurrentDepth);
            }
        }
        catch (JsonException)
        {
            return tokens.Append(Refused).ToString();
        }

        return tokens.Append("end").ToString();
    }

    private static string Expected(byte[] utf8)
    {
        var tokens = new StringBuilder();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonReader.MaxDepth });
        try
        {
            while (reader.Read())
            {
                Append(tokens, reader.TokenType, reader.ValueSpan, reader.ValueIsEscaped, reader.TokenStartIndex, reader.BytesConsumed, reader.CurrentDepth);
            }
        }
        catch (JsonException)
        {
            return tokens.Append(Refused).ToString();
        }

        return tokens.Append("end").ToString();
    }

    private static void Append(StringBuilder tokens, JsonTokenType type, ReadOnlySpan<byte> value, bool isEscaped, long start, long consumed, int depth)
        => tokens.Append(CultureInfo.InvariantCulture, $"{type} {Convert.ToHexString(value)} {isEscaped} {start} {consumed} {depth};");

    private static void AppendValue(StringBuilder json, Random random, int depth)
    {
        Space(json, random);
        switch (depth > 5 ? 3 : random.Next(6))
        {
            case 0 or 1:
                json.Append('{');
                for (var count = random.Next(4); count > 0; count--)
                {
                    Space(json, random);
                    AppendText(json, random);
                    Space(json, random);
                    json.Append(':');
                    AppendValue(json, random, depth + 1);
                    json.Append(count > 1 ? "," : "");
                }

                Space(json, random);
                json.Append('}');
                break;
            case 2:
                json.Append('[');
                for (var count = random.Next(4); count > 0; count--)
                {
                    AppendValue(json, random, depth + 1);
                    json.Append(count > 1 ? "," : "");
                }

                Space(json, random);
                json.Append(']');
                break;
            case 3:
                json.Append(Scalars[random.Next(Scalars.Length)]);
                break;
            default:
                AppendText(json, random);
                break;
        }

        Space(json, random);
    }

    private static void AppendText(StringBuilder json, Random random)
    {
        json.Append('"');
        for (var count = random.Next(4); count > 0; count--)
        {
            json.Append(Pieces[random.Next(Pieces.Length)]);
        }

        json.Append('"');
    }

    private static void Space(StringBuilder json, Random random) => json.Append(Spaces[random.Next(Spaces.Length)]);
}
