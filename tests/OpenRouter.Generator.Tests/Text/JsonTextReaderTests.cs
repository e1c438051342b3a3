using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Text;

public sealed class JsonTextReaderTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""")]
    [InlineData("""[1.5e-3, -0, 12345678901234567890]""")]
    [InlineData("\"text\"")]
    public void Read_ValidJson_KeepsEveryValue(string json)
    {
        var root = Read(json);

        using var expected = System.Text.Json.JsonDocument.Parse(json);
        AssertSame(expected.RootElement, root);
    }

    [Fact]
    public void Read_Escapes_AreDecoded()
    {
        var root = Read("""{"k\u0065y":"a\"\\\/\b\f\n\r\t\u20AC\uD83D\uDE00"}""");

        Assert.Equal("a\"\\/\b\f\n\r\t\u20AC\U0001F600", root["key"]!.Text);
    }

    [Fact]
    public void Read_Member_HasItsPlaceInTheFile()
    {
        var root = Read("{\r\n  \"a\": {\n    \"b\": 12\n  }\r}");

        var span = root["a"]!["b"]!.Span;

        Assert.Equal((2, 9, 2, 11), (span.Line, span.Column, span.EndLine, span.EndColumn));
        Assert.Equal(("b.json", 2), (span.Path, span.Length));
        Assert.Equal(1, root["a"]!.Span.Line);
        Assert.Equal(4, root.Span.EndLine);
    }

    [Theory]
    [InlineData("{\"a\":1,}", 0, 7, "member name")]
    [InlineData("{\n\"a\" 1}", 1, 4, "':' is expected")]
    [InlineData("[1,2", 0, 4, "']' is expected")]
    [InlineData("{\"a\":01}", 0, 5, "a value is expected")]
    [InlineData("{\"a\":1}{", 0, 7, "nothing may follow")]
    [InlineData("\"a\nb\"", 0, 2, "control character")]
    [InlineData("{\"a\":1,\"a\":2}", 0, 7, "stands twice")]
    [InlineData("", 0, 0, "the file ends here")]
    [InlineData("nul", 0, 0, "a value is expected")]
    [InlineData("\"\\x\"", 0, 1, "escape sequence")]
    public void Read_InvalidJson_SaysWhatAndWhere(string json, int line, int column, string message)
    {
        var exception = Assert.Throws<TextProblemException>(() => Read(json));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (exception.Span.Line, exception.Span.Column));
    }

    [Fact]
    public void Read_DeepNesting_IsRefusedInsteadOfOverflowing()
    {
        var json = new string('[', 100_000);

        var exception = Assert.Throws<TextProblemException>(() => Read(json));

        Assert.Contains("nested too deeply", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() => Assert.Equal(NodeKind.Object, Read("\uFEFF{}").Kind);

    private static Node Read(string json) => JsonTextReader.Read("b.json", json, TestContext.Current.CancellationToken);

    private static void AssertSame(System.Text.Json.JsonElement expected, Node actual)
    {
        switch (expected.ValueKind)
        {
            case System.Text.Json.JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(static member => member.Name), actual.Members.Select(static member => member.Name));
                foreach (var member in expected.EnumerateObject())
                {
                    AssertSame(member.Value, actual[member.Name]!);
                }

                break;
            case System.Text.Json.JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.Items.Count);
                for (var i = 0; i < actual.Items.Count; i++)
                {
                    AssertSame(expected[i], actual.Items[i]);
                }

                break;
            case System.Text.Json.JsonValueKind.String:
                Assert.Equal(expected.GetString(), actual.Text);
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.Text);
                break;
        }
    }
}
