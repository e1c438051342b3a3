using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Json;

public sealed class JsonModelTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("// no\n{}")]
    public void Parse_NoDocument_Throws(string json) => Assert.ThrowsAny<JsonException>(() => JsonModel.Parse<Raw>(json));

    [Fact]
    public void Parse_BlanksAndByteOrderMark_AreSkipped()
        => Assert.Equal("{}", JsonModel.Parse<Raw>("\uFEFF\n         \n{}\n").Element.GetRawText());

    [Theory]
    [InlineData(500, true)]
    [InlineData(513, false)]
    public void Parse_Depth_IsBounded(int depth, bool isRead)
    {
        var json = new string('[', depth) + new string(']', depth);

        Assert.Equal(isRead, Record.Exception(() => JsonModel.Parse<Raw>(json)) is null);
    }

    [Fact]
    public void Parse_TextThatIsNoUnicode_IsRepaired()
        => Assert.Equal("a\uFFFDb", JsonModel.Parse(Encoding.UTF8.GetBytes("\"a\\ud800b\""), JsonRead.String));

    [Fact]
    public void ToJson_Markup_IsEscapedAndLettersAreNot()
        => Assert.Equal("""{"a":"é\u003Cb\u003E"}""", JsonModel.ToJson(new Note("é<b>")));

    [Fact]
    public void Converter_ModelInsideAnObject_IsReadAndWritten()
    {
        var options = new JsonSerializerOptions { Converters = { new JsonModelConverter<Raw>() } };
        var raw = JsonSerializer.Deserialize<Raw>("""{"a":1.0}""", options)!;

        Assert.Equal("""{"a":1.0}""", JsonSerializer.Serialize(raw, options));
    }

    [Fact]
    public void ErrorType_ThroughSystemTextJson_IsAString()
    {
        Assert.Equal("""{"type":"server"}""", JsonSerializer.Serialize(new { type = OpenRouterErrorType.Server }));
        Assert.Equal("new_one", JsonSerializer.Deserialize<OpenRouterErrorType>("\"new_one\"").Value);
        Assert.Equal("""{"server":1}""", JsonSerializer.Serialize(new Dictionary<OpenRouterErrorType, int> { [OpenRouterErrorType.Server] = 1 }));
        Assert.Equal(1, JsonSerializer.Deserialize<Dictionary<OpenRouterErrorType, int>>("""{"server":1}""")![OpenRouterErrorType.Server]);
    }

    [Fact]
    public void Extras_KeepOrderAndRawForm()
    {
        var extras = new JsonExtras();
        var reader = new JsonReader("""{"z":1.50,"a":{"b":[1]},"z":2}"""u8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonRead.Name(ref reader);
            reader.Read();
            extras.Read(name, ref reader);
        }

        extras.Set("s", "x");
        extras.Set("n", 5L);

        Assert.Equal("""{"z":2,"a":{"b":[1]},"s":"x","n":5}""", JsonModel.ToElement(new Open(extras)).GetRawText());
        Assert.Equal(["z", "a", "s", "n"], extras.Keys);
    }

    [Fact]
    public void Optional_HasThreeStates()
    {
        Optional<string> absent = default;
        Optional<string> none = new(null);
        Optional<string> some = "x";

        Assert.Equal((false, true, true), (absent.IsSet, none.IsSet, some.IsSet));
        Assert.NotEqual(absent, none);
        Assert.True(some.TryGetValue(out var value));
        Assert.Equal("x", value);
    }

    [Fact]
    public void Missing_NamesTypeAndMember()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => JsonMember.Missing<int>("ChatResult", "id"));

        Assert.Contains("'id' of ChatResult", thrown.Message, StringComparison.Ordinal);
    }

    private sealed record Note(string Text) : IJsonWritable
    {
        public void WriteTo(JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("a"u8, Text);
            writer.WriteEndObject();
        }
    }

    private sealed record Open(JsonExtras Extras) : IJsonWritable
    {
        public void WriteTo(JsonWriter writer)
        {
            JsonWrite.Start(writer);
            JsonWrite.End(writer, Extras);
        }
    }
}
