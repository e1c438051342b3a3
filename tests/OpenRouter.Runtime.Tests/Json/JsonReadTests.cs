using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class JsonReadTests
{
    private delegate T Reading<out T>(ref JsonReader reader);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"äöü 中文 😀\"", "äöü 中文 😀")]
    [InlineData("\"a\\n\\t\\r\\b\\f\\\\\\/\\\"b\"", "a\n\t\r\b\f\\/\"b")]
    [InlineData("\"\\u0041\\u00e9\\u00C9\"", "AéÉ")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\ud83d\"", "\uFFFD")]
    [InlineData("\"\\ude00\"", "\uFFFD")]
    [InlineData("\"a\\ud83db\"", "a\uFFFDb")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\"\\ude00\\ud83d\"", "\uFFFD\uFFFD")]
    [InlineData("\"\\ud83d\\n\"", "\uFFFD\n")]
    [InlineData("\"\\ud83d\\u0041\"", "\uFFFDA")]
    [InlineData("\"\\u0000\"", "\0")]
    [InlineData("null", null)]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("{ \"a\" : [1, \"x\", null] }", "{\"a\":[1,\"x\",null]}")]
    [InlineData("[ ]", "[]")]
    public void String_AnyValue_GivesItsText(string json, string? expected)
        => Assert.Equal(expected, Read(json, JsonRead.String));

    [Fact]
    public void String_InvalidUtf8_IsReplaced()
    {
        Assert.Equal("a\uFFFDb", Read([(byte)'"', (byte)'a', 0xFF, (byte)'b', (byte)'"'], JsonRead.String));
        Assert.Equal("\uFFFD\n", Read([(byte)'"', 0xE2, 0x82, (byte)'\\', (byte)'n', (byte)'"'], JsonRead.String));
    }

    [Fact]
    public void String_LongAndEscaped_IsWhole()
    {
        var text = string.Concat(Enumerable.Repeat("line\n\"é😀\\", 500));

        Assert.Equal(text, Read(JsonSerializer.Serialize(text), JsonRead.String));
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("-7", -7L)]
    [InlineData("7.0", 7L)]
    [InlineData("1e3", 1000L)]
    [InlineData("1.5e1", 15L)]
    [InlineData("\"7\"", 7L)]
    [InlineData("\" 7.0 \"", 7L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Int64_EveryForm_IsRead(string json, long? expected) => Assert.Equal(expected, Read(json, JsonRead.Int64));

    [Theory]
    [InlineData("7.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("\"seven\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[7]")]
    public void Int64_NoWholeNumber_SaysWhatWasFound(string json)
    {
        var thrown = Assert.Throws<JsonException>(() => Read(json, JsonRead.Int64));

        Assert.Contains("whole number", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("1e2", 100)]
    [InlineData("null", null)]
    public void Int32_EveryForm_IsRead(string json, int? expected) => Assert.Equal(expected, Read(json, JsonRead.Int32));

    [Fact]
    public void Int32_OutOfRange_Throws() => Assert.Throws<JsonException>(() => Read("2147483648", JsonRead.Int32));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e-7", 1e-7)]
    [InlineData("\"2.5\"", 2.5)]
    [InlineData("null", null)]
    public void Double_EveryForm_IsRead(string json, double? expected) => Assert.Equal(expected, Read(json, JsonRead.Double));

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1,5\"")]
    [InlineData("false")]
    public void Double_NoNumber_Throws(string json) => Assert.Throws<JsonException>(() => Read(json, JsonRead.Double));

    [Theory]
    [InlineData("0.00001", "0.00001")]
    [InlineData("1.23e-05", "0.0000123")]
    [InlineData("\"0.000001\"", "0.000001")]
    [InlineData("-1", "-1")]
    [InlineData("0.12345678901234567890123456789012345", "0.1234567890123456789012345679")]
    [InlineData("1e-40", "0")]
    public void Decimal_EveryForm_IsRead(string json, string expected)
        => Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read(json, JsonRead.Decimal));

    [Theory]
    [InlineData("1e40")]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    public void Decimal_NoAmount_Throws(string json) => Assert.Throws<JsonException>(() => Read(json, JsonRead.Decimal));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("null", null)]
    public void Boolean_EveryForm_IsRead(string json, bool? expected) => Assert.Equal(expected, Read(json, JsonRead.Boolean));

    [Theory]
    [InlineData("1")]
    [InlineData("\"yes\"")]
    [InlineData("{}")]
    public void Boolean_Other_Throws(string json) => Assert.Throws<JsonException>(() => Read(json, JsonRead.Boolean));

    [Theory]
    [InlineData("\"2026-08-22T10:00:00Z\"", "2026-08-22T10:00:00.0000000+00:00")]
    [InlineData("\"2026-08-22T10:00:00.5+02:00\"", "2026-08-22T10:00:00.5000000+02:00")]
    [InlineData("\"2026-08-22T10:00:00\"", "2026-08-22T10:00:00.0000000+00:00")]
    [InlineData("\"2026-08-22\"", "2026-08-22T00:00:00.0000000+00:00")]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000+00:00")]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public void DateTimeOffset_EveryForm_IsRead(string json, string? expected)
        => Assert.Equal(expected, Read(json, JsonRead.DateTimeOffset)?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"01/02/2026\"")]
    [InlineData("\"soon\"")]
    [InlineData("1e300")]
    [InlineData("{}")]
    public void DateTimeOffset_NoTime_Throws(string json) => Assert.Throws<JsonException>(() => Read(json, JsonRead.DateTimeOffset));

    [Theory]
    [InlineData("\"https://a.test/x?y=1\"", true)]
    [InlineData("\"/api/v1/videos/1\"", false)]
    [InlineData("\"videos/1\"", false)]
    public void Uri_AbsoluteOrRelative_StaysWhatItIs(string json, bool isAbsolute)
        => Assert.Equal(isAbsolute, Read(json, JsonRead.Uri)!.IsAbsoluteUri);

    [Fact]
    public void Bytes_Base64_IsRead()
    {
        Assert.Equal("hi"u8.ToArray(), Read("\"aGk=\"", JsonRead.Bytes));
        Assert.Equal("hi"u8.ToArray(), Read("\"aG\\u006b=\"", JsonRead.Bytes));
        Assert.Null(Read("null", JsonRead.Bytes));
        Assert.Throws<JsonException>(() => Read("\"?\"", JsonRead.Bytes));
    }

    [Fact]
    public void Guid_IsRead()
    {
        Assert.Equal(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), Read("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", JsonRead.Guid));
        Assert.Throws<JsonException>(() => Read("\"x\"", JsonRead.Guid));
    }

    [Fact]
    public void Element_OddText_IsRepairedAndNumbersStayAsWritten()
    {
        var element = Read("""{ "a\ud800": "x\udc00y", "n": 1.50e+2, "u": "\u00e9" }""", JsonRead.Element);

        Assert.Equal("""{"a\ufffd":"x\ufffdy","n":1.50e+2,"u":"\u00e9"}""", element.GetRawText());
        Assert.Equal("x\uFFFDy", element.GetProperty("a\uFFFD").GetString());
        Assert.Equal(JsonValueKind.Null, Read("null", JsonRead.Element).ValueKind);
    }

    [Fact]
    public void Element_InvalidUtf8_IsRepaired()
    {
        var element = Read([(byte)'[', (byte)'"', 0xFF, (byte)'"', (byte)']'], JsonRead.Element);

        Assert.Equal("\uFFFD", element[0].GetString());
    }

    [Fact]
    public void Enum_UnknownValue_KeepsItsText()
    {
        Assert.Equal("later", Read("\"later\"", JsonRead.Enum<OpenRouterErrorType>)!.Value.Value);
        Assert.True(Read("\"server\"", JsonRead.Enum<OpenRouterErrorType>)!.Value.IsKnown);
        Assert.Equal("7", Read("7", JsonRead.Enum<OpenRouterErrorType>)!.Value.Value);
        Assert.Null(Read("null", JsonRead.Enum<OpenRouterErrorType>));
    }

    [Fact]
    public void List_NullItems_AreLeftOutOrKept()
    {
        Assert.Equal(["a", "b"], Read("""["a",null,"b"]""", static (ref JsonReader reader) => JsonRead.List<string>(ref reader, JsonRead.String))!);
        Assert.Equal(["a", null], Read("""["a",null]""", static (ref JsonReader reader) => JsonRead.ListOfNullable<string>(ref reader, JsonRead.String))!);
        Assert.Equal([1L, 2L], Read("[1,null,2.0]", static (ref JsonReader reader) => JsonRead.List<long>(ref reader, JsonRead.Int64))!);
        Assert.Null(Read("null", static (ref JsonReader reader) => JsonRead.List<string>(ref reader, JsonRead.String)));
        Assert.Throws<JsonException>(() => Read("{}", static (ref JsonReader reader) => JsonRead.List<string>(ref reader, JsonRead.String)));
    }

    [Fact]
    public void Map_Duplicates_LastWinsAtTheFirstPlace()
    {
        var map = Read("""{"b":1,"a":2,"b":3,"c":null}""", static (ref JsonReader reader) => JsonRead.Map<long>(ref reader, JsonRead.Int64))!;

        Assert.Equal(["b", "a"], map.Keys);
        Assert.Equal(3, map["b"]);
    }

    [Fact]
    public void NameEquals_OddEscapes_NeverThrows()
    {
        var json = """{"\ud800":1,"\u006eame":2,"name":3}"""u8;
        var reader = new JsonReader(json);
        var matches = new List<bool>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                matches.Add(JsonRead.NameEquals(ref reader, "name"u8));
            }
        }

        Assert.Equal([false, true, true], matches);
    }

    private static T Read<T>(string json, Reading<T> reading) => Read(Encoding.UTF8.GetBytes(json), reading);

    private static T Read<T>(byte[] json, Reading<T> reading)
    {
        var reader = new JsonReader(json);
        reader.Read();
        var value = reading(ref reader);
        Assert.False(reader.Read());
        return value;
    }
}
