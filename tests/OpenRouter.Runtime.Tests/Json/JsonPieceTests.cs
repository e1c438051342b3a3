using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>A piece of a longer text keeps half a character at its ends, and nothing else that is no Unicode.</summary>
public sealed class JsonPieceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a\\nb", "a\nb")]
    [InlineData("😀", "😀")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\ud83d", "<")]
    [InlineData("\\ude00", ">")]
    [InlineData("a\\ud83d", "a<")]
    [InlineData("\\ude00a", ">a")]
    [InlineData("\\uDE00a\\uD83D", ">a<")]
    [InlineData("\\ude00\\ud83d", "><")]
    [InlineData("\\ud83da", "\uFFFDa")]
    [InlineData("a\\ude00", "a\uFFFD")]
    [InlineData("a\\ud83db", "a\uFFFDb")]
    [InlineData("\\ud83d\\ud83d", "\uFFFD<")]
    [InlineData("\\ude00\\ude00", ">\uFFFD")]
    [InlineData("\\ud83d\\n", "\uFFFD\n")]
    [InlineData("\\ud83d\\u0041", "\uFFFDA")]
    [InlineData("\\ud83d\\ude00\\ude00", "😀\uFFFD")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\n\\ude00", "\n\uFFFD")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    public void Piece_KeepsHalfACharacter_AtItsEndsOnly(string escaped, string expected)
        => Assert.Equal(Halves(expected), Piece($"\"{escaped}\""));

    [Theory]
    [InlineData("null", null)]
    [InlineData("7.0", "7.0")]
    [InlineData("true", "true")]
    [InlineData("""{ "a" : 1 }""", """{"a":1}""")]
    public void Piece_ThatIsNoString_IsReadAsAnyText(string json, string? expected) => Assert.Equal(expected, Piece(json));

    [Theory]
    [InlineData("""[{"type":"text","text":"Hi"},{"type":"text","text":"!"}]""", "Hi!")]
    [InlineData("""[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]""", "")]
    [InlineData("""[{"type":"text","text":null},{"type":"text","text":7},{"type":"text"}]""", "")]
    [InlineData("[]", "")]
    [InlineData("""["Hi"]""", """["Hi"]""")]
    [InlineData("""[{"text":"Hi"},7]""", """[{"text":"Hi"},7]""")]
    public void Piece_OfParts_IsTheirText(string json, string expected) => Assert.Equal(expected, Piece(json));

    [Theory]
    [InlineData("""[{"type":"text","text":"Hi"}]""", """[{"type":"text","text":"Hi"}]""")]
    [InlineData("""{"a":1.0}""", """{"a":1.0}""")]
    [InlineData("\"a\"", "a")]
    [InlineData("null", null)]
    public void Fragment_IsTheJsonThatItStandsFor(string json, string? expected)
        => Assert.Equal(expected, JsonModel.Parse(Encoding.UTF8.GetBytes(json), ChatEnd.Fragment));

    [Fact]
    public void Piece_OfInvalidBytes_HasThemReplaced()
        => Assert.Equal("\uFFFD\uFFFD\uFFFD", JsonModel.Parse([(byte)'"', 0xED, 0xA0, 0xBD, (byte)'"'], ChatEnd.Piece));

    [Fact]
    public void Piece_ThatIsLong_IsWhole()
    {
        var text = string.Concat(Enumerable.Repeat("line\n\"é😀\\", 500));

        Assert.Equal(text + "\ud83d", Piece(JsonSerializer.Serialize(text)[..^1] + "\\ud83d\""));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a😀b😀", "a😀b😀")]
    [InlineData("<", "\uFFFD")]
    [InlineData(">", "\uFFFD")]
    [InlineData("a<", "a\uFFFD")]
    [InlineData("<a", "\uFFFDa")]
    [InlineData("<😀", "\uFFFD😀")]
    [InlineData("😀>", "😀\uFFFD")]
    [InlineData("><", "\uFFFD\uFFFD")]
    public void Whole_HasNoHalfOfACharacter(string joined, string expected)
    {
        Assert.Equal(expected, JsonText.Whole(Halves(joined)));
        Assert.Equal(expected, JsonText.Whole(new StringBuilder(Halves(joined))));
    }

    [Fact]
    public void Whole_ThatIsWhole_IsTheSameText()
    {
        var text = new string('a', 3) + "😀";

        Assert.Same(text, JsonText.Whole(text));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("a>b")]
    [InlineData("><")]
    public void Writing_HalfACharacter_ReplacesIt(string spelled)
    {
        var text = Halves(spelled);
        var written = JsonModel.ToElement(writer =>
        {
            writer.WriteStartObject();
            JsonWrite.Member(writer, "a"u8, text);
            writer.WriteEndObject();
        });

        Assert.Equal(JsonText.Whole(text), written.GetProperty("a").GetString());
        Assert.NotEmpty(JsonModel.ToJson(new JsonBody(writer => JsonWrite.Value(writer, text))));
        Assert.Contains('\uFFFD', ChatEnd.Element(text).GetString()!);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "[]")]
    [InlineData("[ ]", "[]")]
    [InlineData("[null]", "[null]")]
    [InlineData("[ { \"a\" : 1.0 , \"b\\u0041\" : [ \"\\ud83d\" , true ] } , 2 ]", "[{\"a\":1.0,\"b\\u0041\":[\"\\ud83d\",true]},2]")]
    public void Details_AreTheJsonAsItWasWritten(string json, string? expected)
    {
        var raw = JsonModel.Parse(Encoding.UTF8.GetBytes(json), ChatEnd.Details);

        Assert.Equal(expected, raw is null ? null : Encoding.UTF8.GetString(raw));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    public void Details_ThatAreNoList_AreRefused(string json)
        => Assert.ThrowsAny<JsonException>(() => JsonModel.Parse(Encoding.UTF8.GetBytes(json), ChatEnd.Details));

    /// <summary>An attribute cannot hold half a character, so the halves are spelled as brackets.</summary>
    private static string Halves(string spelled) => spelled.Replace('<', '\ud83d').Replace('>', '\ude00');

    private static string? Piece(string json) => JsonModel.Parse(Encoding.UTF8.GetBytes(json), ChatEnd.Piece);
}
