using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Json;

/// <summary>What is JSON is read and comes back; what is none is a <see cref="JsonException"/>, whatever reads it.</summary>
public sealed class JsonGrammarTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Valid
        => JsonVectors.Valid().Select(static (vector, at) => new TheoryDataRow<string, string>(vector.Json, vector.Compact) { TestDisplayName = $"Valid {at}: {JsonVectors.Name(vector.Json)}" });

    public static IEnumerable<TheoryDataRow<string>> Invalid
        => JsonVectors.Invalid().Select(static (json, at) => new TheoryDataRow<string>(json) { TestDisplayName = $"Invalid {at}: {JsonVectors.Name(json)}" });

    [Theory]
    [MemberData(nameof(Valid))]
    public void Json_ThatIsValid_ComesBackWithoutItsWhiteSpace(string json, string compact)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);

        Assert.Equal(compact, JsonModel.Parse(utf8, JsonRead.Element).GetRawText());
        Assert.Equal(compact, Encoding.UTF8.GetString(JsonModel.Parse(utf8, JsonVerbatim.Copy)!));
        Assert.True(JsonModel.Parse(utf8, Skipped));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Text_ThatIsNoJson_IsRefusedByEveryReader(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);

        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonModel.Parse(utf8, JsonRead.Element)));
        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonModel.Parse(utf8, JsonRead.String)));
        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonModel.Parse(utf8, Skipped)));
        Assert.IsAssignableFrom<JsonException>(Record.Exception(() => JsonModel.Parse(utf8, JsonVerbatim.Copy)));
    }

    [Theory]
    [InlineData("EFBBBF31", "1")]
    [InlineData("EFBBBF", null)]
    [InlineData("EFBBBFEFBBBF31", null)]
    [InlineData("31EFBBBF", null)]
    [InlineData("FEFF0031", null)]
    [InlineData("FFFE3100", null)]
    [InlineData("31000000", null)]
    [InlineData("FF", null)]
    [InlineData("5BFF5D", null)]
    [InlineData("22FF22", "\"\uFFFD\"")]
    [InlineData("2261FF6222", "\"a\uFFFDb\"")]
    [InlineData("22C322", "\"\uFFFD\"")]
    [InlineData("22C0AF22", "\"\uFFFD\uFFFD\"")]
    [InlineData("22E282AC22", "\"€\"")]
    [InlineData("22E28222", "\"\uFFFD\"")]
    [InlineData("22F09F988022", "\"😀\"")]
    [InlineData("22F09F9822", "\"\uFFFD\"")]
    [InlineData("22EDA0BD22", "\"\uFFFD\uFFFD\uFFFD\"")]
    [InlineData("22F4908080225D", null)]
    [InlineData("22F490808022", "\"\uFFFD\uFFFD\uFFFD\uFFFD\"")]
    [InlineData("22805C6E22", "\"\uFFFD\\n\"")]
    [InlineData("7B22FF223A317D", "{\"\uFFFD\":1}")]
    [InlineData("7B2261223A22FF227D", "{\"a\":\"\uFFFD\"}")]
    public void Bytes_OutsideUnicode_AreReplacedInTextsAndRefusedElsewhere(string hex, string? expected)
    {
        var read = Record.Exception(() => JsonModel.Parse<Raw>(Convert.FromHexString(hex)));

        Assert.Equal(expected is null, read is JsonException);
        Assert.Equal(expected, read is null ? JsonModel.Parse<Raw>(Convert.FromHexString(hex)).Element.GetRawText() : null);
    }

    [Theory]
    [InlineData("\"\\ud83d\"", "\"\\ufffd\"")]
    [InlineData("\"\\ude00\"", "\"\\ufffd\"")]
    [InlineData("\"a\\ud83db\"", "\"a\\ufffdb\"")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\"\\ufffd\\ud83d\\ude00\"")]
    [InlineData("\"\\ude00\\ud83d\"", "\"\\ufffd\\ufffd\"")]
    [InlineData("\"\\\\ud83d\"", "\"\\\\ud83d\"")]
    [InlineData("{\"\\ud83d\":1}", "{\"\\ufffd\":1}")]
    public void Element_WithHalfACharacter_CanBeReadAndWritten(string json, string expected)
    {
        var element = JsonModel.Parse<Raw>(json).Element;

        Assert.Equal(expected, element.GetRawText());
        Assert.NotNull(JsonDocument.Parse(element.GetRawText()).RootElement.ToString());
        Assert.NotEmpty(JsonModel.ToUtf8(new Raw(element)));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "2")]
    [InlineData("""{"a":1,"\u0061":2}""", "2")]
    [InlineData("""{"a":1,"b":0,"a":null}""", "null")]
    public void Member_ThatIsThereTwice_TheLastOneCounts(string json, string expected)
        => Assert.Equal(expected, JsonModel.Parse(Encoding.UTF8.GetBytes(json), static (ref JsonReader reader) => JsonAny.Map(ref reader))!["a"].GetRawText());

    private static bool Skipped(ref JsonReader reader)
    {
        JsonRead.Skip(ref reader);
        return true;
    }
}
