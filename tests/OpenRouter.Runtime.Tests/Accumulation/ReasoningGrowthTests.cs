namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>A second fragment of reasoning that says a little more than its text: nothing of it is lost, and nothing is invented.</summary>
public sealed class ReasoningGrowthTests
{
    private const string Bare = """{"type":"reasoning.text","text":"a","index":0}""";
    private const string Full = """{"type":"reasoning.text","text":"a","index":0,"id":"i","format":"f","signature":"s"}""";
    private const string Blank = """{"type":"reasoning.text","text":"a","index":0,"id":null,"format":null,"signature":null}""";

    [Theory]
    [InlineData(Bare, "\"id\":\"j\"", """{"type":"reasoning.text","text":"ab","index":0,"id":"j"}""")]
    [InlineData(Bare, "\"id\":null", """{"type":"reasoning.text","text":"ab","index":0,"id":null}""")]
    [InlineData(Bare, "\"format\":\"g\"", """{"type":"reasoning.text","text":"ab","index":0,"format":"g"}""")]
    [InlineData(Bare, "\"format\":null", """{"type":"reasoning.text","text":"ab","index":0,"format":null}""")]
    [InlineData(Bare, "\"signature\":\"t\"", """{"type":"reasoning.text","text":"ab","index":0,"signature":"t"}""")]
    [InlineData(Bare, "\"signature\":null", """{"type":"reasoning.text","text":"ab","index":0,"signature":null}""")]
    [InlineData(Bare, "\"later\":null", """{"type":"reasoning.text","text":"ab","index":0,"later":null}""")]
    [InlineData(Bare, "\"later\":{\"text\":\"x\"}", """{"type":"reasoning.text","text":"ab","index":0,"later":{"text":"x"}}""")]
    [InlineData(Blank, "\"id\":\"j\"", """{"type":"reasoning.text","text":"ab","index":0,"id":"j","format":null,"signature":null}""")]
    [InlineData(Blank, "\"format\":\"g\"", """{"type":"reasoning.text","text":"ab","index":0,"id":null,"format":"g","signature":null}""")]
    [InlineData(Blank, "\"signature\":\"t\"", """{"type":"reasoning.text","text":"ab","index":0,"id":null,"format":null,"signature":"t"}""")]
    [InlineData(Blank, "\"id\":null,\"format\":null,\"signature\":null", """{"type":"reasoning.text","text":"ab","index":0,"id":null,"format":null,"signature":null}""")]
    [InlineData(Full, "\"id\":\"j\"", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"format\":\"g\"", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"signature\":\"t\"", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"t"}""")]
    [InlineData(Full, "\"id\":null,\"format\":null,\"signature\":null", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"id\":{\"text\":\"x\"}", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"format\":[1]", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"id\":7,\"format\":true", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s"}""")]
    [InlineData(Full, "\"id\":{},\"later\":1", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s","later":1}""")]
    [InlineData(Full, "\"format\":[],\"later\":1", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s","later":1}""")]
    [InlineData(Full, "\"later\":null", """{"type":"reasoning.text","text":"ab","index":0,"id":"i","format":"f","signature":"s","later":null}""")]
    public void Fragment_WithAnotherMember_SetsWhatWasNotThereYet(string first, string more, string expected)
    {
        foreach (var second in new[] { $$"""{"type":"reasoning.text","text":"b","index":0,{{more}}}""", $$"""{{{more}},"index":0,"text":"b","type":"reasoning.text"}""" })
        {
            var answer = Told.Details(first, second);

            Assert.Equal([expected], Told.Raw(answer.ReasoningDetails));
            Assert.Equal("ab", answer.Reasoning);
        }
    }

    [Theory]
    [InlineData("""{"text":"b","index":0}""")]
    [InlineData("""{"type":7,"text":"b","index":0}""")]
    [InlineData("""{"type":null,"text":"b","index":0}""")]
    [InlineData("""{"type":{"type":"reasoning.text","index":0,"text":"b"}}""")]
    [InlineData("""{"type":"reasoning.text","index":{"type":"reasoning.text","index":0,"text":"b"}}""")]
    [InlineData("""{"index":[0],"type":"reasoning.text","text":"b"}""")]
    [InlineData("""{"type":"reasoning.later","text":"b","index":0}""")]
    [InlineData("""[{"type":"reasoning.text","index":0,"text":"b"}]""")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    public void Fragment_OfSomethingElse_IsAnEntryOfItsOwn(string second)
        => Assert.Equal([Bare, second], Told.Raw(Told.Details(Bare, second).ReasoningDetails));

    [Theory]
    [InlineData("reasoning.text", "text")]
    [InlineData("reasoning.summary", "summary")]
    public void Fragment_WithTheTextOfTheOtherKind_ShowsOnlyItsOwn(string type, string member)
    {
        var other = member == "text" ? "summary" : "text";
        var answer = Told.Details($$"""{"type":"{{type}}","{{member}}":"a","index":0}""", $$"""{"type":"{{type}}","{{member}}":"b","{{other}}":"x","index":0}""", $$"""{"type":"{{type}}","{{other}}":"y","index":0}""");

        Assert.Equal("ab", answer.Reasoning);
        Assert.Equal([$$"""{"type":"{{type}}","{{member}}":"ab","index":0,"{{other}}":"xy"}"""], Told.Raw(answer.ReasoningDetails));
    }

    [Fact]
    public void Fragment_WhoseTypeIsWrittenWithEscapes_Continues()
        => Assert.Equal(
            ["""{"type":"reasoning.text","text":"ab","index":0}"""],
            Told.Raw(Told.Details(Bare, """{"type":"reasoning\u002etext","text":"b","index":0}""").ReasoningDetails));

    [Theory]
    [InlineData("""{"type":"reasoning.summary","summary":"a","index":0}""", """{"type":"reasoning.summary","summary":7,"index":0,"x":1}""", """{"type":"reasoning.summary","summary":"a","index":0,"x":1}""")]
    [InlineData(Bare, """{"type":"reasoning\u002etext","text":[],"index":"0","x":1}""", """{"type":"reasoning.text","text":"a","index":0,"x":1}""")]
    [InlineData(Full, """{"type":"reasoning.text","id":"j","format":"g","index":0.0,"x":1}""", """{"type":"reasoning.text","text":"a","index":0,"id":"i","format":"f","signature":"s","x":1}""")]
    [InlineData("""{"type":"reasoning.text","text":null,"index":0}""", """{"type":"reasoning.text","text":"b","index":0}""", """{"type":"reasoning.text","text":"b","index":0}""")]
    [InlineData("""{"type":"reasoning.text","text":7,"index":0}""", """{"type":"reasoning.text","text":"b","index":0}""", """{"type":"reasoning.text","text":"b","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","id":"a","n":1,"n":2}""", """{"type":"reasoning.encrypted","id":"a","n":1,"n":2}""", """{"type":"reasoning.encrypted","id":"a","n":1,"n":2}""")]
    public void Fragment_ThatSaysAMemberOnceMore_LeavesItAsItCame(string first, string second, string expected)
        => Assert.Equal([expected], Told.Raw(Told.Details(first, second).ReasoningDetails));

    [Theory]
    [InlineData("""{"later":{"type":"reasoning.text","text":"x","index":0}}""")]
    [InlineData("""{"type":"reasoning.text","index":0,"text":{"text":"x"}}""")]
    [InlineData("""{"type":"reasoning.text","index":{"text":"x"}}""")]
    [InlineData("""{"type":"reasoning.encrypted","id":{"text":"x"},"text":"y","summary":"z"}""")]
    [InlineData("""[{"type":"reasoning.text","text":"x","index":0}]""")]
    public void Text_InsideOtherMembers_IsNotShown(string entry)
    {
        var answer = Told.Details(entry);

        Assert.Equal("", answer.Reasoning);
        Assert.Equal([entry], Told.Raw(answer.ReasoningDetails));
    }

    [Fact]
    public void Fragments_OfTwoEntriesInTurn_GrowEachItsOwn()
        => Assert.Equal(
            ["""{"type":"reasoning.text","text":"ac","index":0}""", """{"type":"reasoning.text","text":"bd","index":1}""", """{"type":"reasoning.summary","summary":"e","index":0}"""],
            Told.Raw(Told.Details(
                Bare,
                """{"type":"reasoning.text","text":"b","index":1}""",
                """{"type":"reasoning.text","text":"c","index":0}""",
                """{"type":"reasoning.text","text":"d","index":1}""",
                """{"type":"reasoning.summary","summary":"e","index":0}""").ReasoningDetails));
}
