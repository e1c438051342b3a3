using System.Text;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Reasoning that has to be sent back: what came whole comes back as the bytes that it was.</summary>
public sealed class ReasoningDetailTests
{
    [Theory]
    [InlineData("""{"type":"reasoning.text","text":"a","signature":"s","id":null,"format":"anthropic-claude-v1","index":0}""")]
    [InlineData("""{"index":0,"id":null,"format":null,"signature":null,"text":"a","type":"reasoning.text"}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0.0}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0,"score":1.0,"big":1e400,"zero":-0,"exp":1E+2}""")]
    [InlineData("""{"type":"reasoning.text","text":"\u00e9\/\u0041\ud83d\ude00","index":0}""")]
    [InlineData("""{"type":"reasoning.summary","summary":"a","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"QUJD","id":"rs_1","format":"openai-responses-v1","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"QUJD"}""")]
    [InlineData("""{"type":"reasoning.server_tool_call","tool_name":"openrouter:web_search","arguments":"{\"q\":1}","result":{"a":[1.50,null,true]},"tool_call_id":"c"}""")]
    [InlineData("""{"type":"reasoning.future","x":[[],{},"",0.10],"index":0}""")]
    [InlineData("""{"type":null,"x":1}""")]
    [InlineData("""{"type":7,"x":1}""")]
    [InlineData("""{"x":1}""")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("17.0")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0,"index":0,"dup":1,"dup":2}""")]
    [InlineData("""{"typ\u0065":"reasoning.text","t\u0065xt":"a","index":0}""")]
    public void Entry_ThatCameWhole_IsTheSameBytes(string entry)
        => Assert.Equal(entry, Assert.Single(Told.Details(entry).ReasoningDetails).GetRawText());

    [Fact]
    public void Entries_ThatCameWhole_KeepTheirOrder()
    {
        string[] entries =
        [
            """{"type":"reasoning.summary","summary":"a","index":0}""",
            """{"type":"reasoning.encrypted","data":"x","id":"1","index":0}""",
            """{"type":"reasoning.text","text":"b","index":0}""",
            """{"type":"reasoning.later","index":0}""",
            """{"type":"reasoning.text","text":"c","index":1}""",
        ];

        Assert.Equal(entries, Told.Raw(Told.Details(entries).ReasoningDetails));
    }

    [Theory]
    [InlineData(
        """{"type":"reasoning.text","text":"ab","format":"f","index":0.0,"score":1.0}""",
        """{"type":"reasoning.text","text":"a","format":"f","index":0.0,"score":1.0}""", """{"type":"reasoning.text","text":"b","format":"f","index":0.0,"score":1.0}""")]
    [InlineData(
        """{"score":1e0,"text":"ab","index":0,"type":"reasoning.text"}""",
        """{"score":1e0,"text":"a","index":0,"type":"reasoning.text"}""", """{"type":"reasoning.text","index":0,"text":"b"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""",
        """{"type":"reasoning.text","text":"a","index":0,"signature":null}""", """{"type":"reasoning.text","index":0,"signature":"s"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"a","index":0,"signature":"new"}""",
        """{"type":"reasoning.text","text":"a","index":0,"signature":"old"}""", """{"type":"reasoning.text","index":0,"signature":"new"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""",
        """{"type":"reasoning.text","text":"a","index":0,"signature":"s"}""", """{"type":"reasoning.text","text":null,"index":0,"signature":null}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"ab","index":0,"id":"1","format":"f"}""",
        """{"type":"reasoning.text","text":"a","index":0,"id":null,"format":null}""", """{"type":"reasoning.text","text":"b","index":0,"id":"1","format":"f"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"ab","index":0,"id":"1","format":"f"}""",
        """{"type":"reasoning.text","text":"a","index":0,"id":"1","format":"f"}""", """{"type":"reasoning.text","text":"b","index":0,"id":"2","format":"g"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"ab","index":0}""",
        """{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b","index":"0"}""")]
    [InlineData(
        """{"type":"reasoning.summary","summary":"ab","index":0}""",
        """{"type":"reasoning.summary","summary":"a","index":0}""", """{"type":"reasoning.summary","summary":"b","index":0.0}""")]
    [InlineData(
        """{"type":"reasoning.text","index":0,"text":"a"}""",
        """{"type":"reasoning.text","index":0}""", """{"type":"reasoning.text","index":0,"text":"a"}""")]
    [InlineData(
        """{"type":"reasoning.text","index":0,"text":"a"}""",
        """{"type":"reasoning.text","index":0,"text":null}""", """{"type":"reasoning.text","index":0,"text":"a"}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"a","index":0,"x":1}""",
        """{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":7,"index":0,"x":1}""")]
    [InlineData(
        """{"type":"reasoning.text","text":"a","index":0,"x":2}""",
        """{"type":"reasoning.text","text":"a","index":0,"x":1}""", """{"type":"reasoning.text","index":0,"x":2}""")]
    [InlineData(
        """{"type":"reasoning.text","text":7,"index":0,"x":1}""",
        """{"type":"reasoning.text","text":7,"index":0}""", """{"type":"reasoning.text","text":8,"index":0,"x":1}""")]
    [InlineData(
        """{"type":"reasoning.encrypted","data":"new","id":"a","index":0,"n":1.0}""",
        """{"type":"reasoning.encrypted","data":"old","id":"a","index":0,"n":1.0}""", """{"type":"reasoning.encrypted","data":"new","id":"a","index":null}""")]
    [InlineData(
        """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}""",
        """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}""", """{"type":"reasoning.encrypted","data":"\u0041","id":"a"}""")]
    public void Fragments_OfOneEntry_ChangeNothingElse(string expected, string first, string second)
        => Assert.Equal([expected], Told.Raw(Told.Details(first, second).ReasoningDetails));

    [Theory]
    [InlineData("""{"type":"reasoning.text","text":"a"}""", """{"type":"reasoning.text","text":"b"}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":null}""", """{"type":"reasoning.text","text":"b","index":null}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0.5}""", """{"type":"reasoning.text","text":"b","index":0.5}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":"x"}""", """{"type":"reasoning.text","text":"b","index":"x"}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":[0]}""", """{"type":"reasoning.text","text":"b","index":[0]}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b","index":1}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.summary","summary":"b","index":0}""")]
    [InlineData("""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"b"}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"a","index":0}""", """{"type":"reasoning.encrypted","data":"a","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"a","id":"","index":0}""", """{"type":"reasoning.encrypted","data":"a","id":"","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"a","id":"1"}""", """{"type":"reasoning.encrypted","data":"a","id":"2"}""")]
    [InlineData("""{"type":"reasoning.server_tool_call","tool_call_id":"c","index":0}""", """{"type":"reasoning.server_tool_call","tool_call_id":"c","index":0}""")]
    [InlineData("""{"type":"Reasoning.Text","text":"a","index":0}""", """{"type":"Reasoning.Text","text":"b","index":0}""")]
    public void Entries_WithoutOneKey_NeverMerge(string first, string second)
        => Assert.Equal([first, second], Told.Raw(Told.Details(first, second).ReasoningDetails));

    [Fact]
    public void Signature_AfterTheTextHasBegun_IsOfItsEntry()
    {
        var answer = Told.Deltas(
            """{"reasoning_details":[{"type":"reasoning.text","text":"think","index":0}]}""",
            """{"content":"Hi"}""",
            """{"content":"!","reasoning_details":[{"type":"reasoning.text","signature":"sig","index":0}]}""");

        Assert.Equal(["""{"type":"reasoning.text","text":"think","index":0,"signature":"sig"}"""], Told.Raw(answer.ReasoningDetails));
        Assert.Equal(("think", "Hi!"), (answer.Reasoning, answer.Text));
    }

    [Fact]
    public void Entries_OfOneChunk_AreTakenOneByOne()
        => Assert.Equal(
            ["""{"type":"reasoning.text","text":"ab","index":0}""", """{"type":"reasoning.encrypted","data":"x","id":"call_1"}"""],
            Told.Raw(Told.Deltas("""{"reasoning_details":[{"type":"reasoning.text","text":"a","index":0},null,{"type":"reasoning.text","text":"b","index":0},{"type":"reasoning.encrypted","data":"x","id":"call_1"}]}""").ReasoningDetails));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    public void Details_ThatAreNone_AreNone(string details)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes(details));

        Assert.Empty(accumulator.Snapshot(AnswerOutcome.Completed).ReasoningDetails);
        Assert.False(accumulator.HasContent);
    }

    [Theory]
    [InlineData("text", "reasoning.text")]
    [InlineData("summary", "reasoning.summary")]
    public void Text_CutInsideACharacter_IsWhole(string member, string type)
    {
        var answer = Told.Details(
            $$"""{"type":"{{type}}","{{member}}":"a\ud83d","index":0}""",
            $$"""{"type":"{{type}}","{{member}}":"\ude00b\ud83d","index":0}""",
            $$"""{"type":"{{type}}","{{member}}":"c\ude00","index":0}""",
            $$"""{"type":"{{type}}","{{member}}":"\ude00\ud83d","index":0}""");

        Assert.Equal("a😀b\uFFFDc\uFFFD\uFFFD\uFFFD", answer.Reasoning);
        Assert.Equal("a😀b\uFFFDc\uFFFD\uFFFD\uFFFD", Assert.Single(answer.ReasoningDetails).GetProperty(member).GetString());
    }

    [Fact]
    public void Entry_ThatStaysCutInsideACharacter_CanBeReadAndSent()
    {
        var detail = Assert.Single(Told.Details("""{"type":"reasoning.text","text":"a\ud83d","x":"\udc00","index":0}""").ReasoningDetails);

        Assert.Equal("a\uFFFD", detail.GetProperty("text").GetString());
        Assert.Equal("\uFFFD", detail.GetProperty("x").GetString());
    }

    [Fact]
    public void Snapshot_BetweenFragments_ChangesNothing()
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        for (var i = 0; i < 3; i++)
        {
            accumulator.ReasoningDetails(0, """[{"type":"reasoning.text","text":"a","index":0}]"""u8);
            accumulator.EndChunk();
            Assert.Equal(i + 1, accumulator.Snapshot(AnswerOutcome.InProgress).ReasoningDetails[0].GetProperty("text").GetString()!.Length);
        }
    }
}
