using System.Text;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class ReasoningTests
{
    [Fact]
    public void TextFragments_OfOneIndex_AreJoinedWithTheLateSignature()
        => Check(
            ["""{"type":"reasoning.text","text":"Let me think","format":"anthropic-claude-v1","index":0,"signature":"sig"}"""],
            """{"type":"reasoning.text","text":"Let me","format":"anthropic-claude-v1","index":0}""",
            """{"type":"reasoning.text","text":" think","format":"anthropic-claude-v1","index":0}""",
            """{"type":"reasoning.text","signature":"sig","index":0}""");

    [Fact]
    public void TextFragments_WithAnythingMoreThanText_LoseNothing()
        => Check(
            ["""{"type":"reasoning.text","text":"abcdéf","index":0,"format":"g","id":null,"signature":"late","later":{"x":1},"summary":"s"}""", """{"type":"reasoning.text","text":"other","index":1}"""],
            """{"type":"reasoning.text","text":"a","index":0,"format":null,"id":null}""",
            """{"type":"reasoning.text","text":"b","index":0,"format":"g","id":null}""",
            """{"type":"reasoning.text","text":"other","index":1}""",
            """{"index":0,"text":"c","type":"reasoning.text","format":"h","signature":"late"}""",
            """{"type":"reasoning.text","text":"d","index":0,"signature":null}""",
            """{"type":"reasoning.text","text":"\u00e9","index":0,"later":{"x":1}}""",
            """{"type":"reasoning.text","text":"f","index":0,"summary":"s"}""");

    [Fact]
    public void Type_IsPartOfTheKey()
        => Check(
            ["""{"type":"reasoning.summary","summary":"ab","index":0}""", """{"type":"reasoning.encrypted","data":"xx","id":"rs_1","index":0}"""],
            """{"type":"reasoning.summary","summary":"a","index":0}""",
            """{"type":"reasoning.encrypted","data":"xx","id":"rs_1","index":0}""",
            """{"type":"reasoning.summary","summary":"b","index":0}""");

    [Fact]
    public void Encrypted_SameId_IsReplaced()
        => Check(
            ["""{"type":"reasoning.encrypted","data":"new","id":"a","index":0}""", """{"type":"reasoning.encrypted","data":"other","id":"b","index":0}"""],
            """{"type":"reasoning.encrypted","data":"old","id":"a","index":0}""",
            """{"type":"reasoning.encrypted","data":"other","id":"b","index":0}""",
            """{"type":"reasoning.encrypted","data":"new","id":"a","index":0}""");

    [Fact]
    public void WithoutIndex_NothingMerges()
        => Check(
            ["""{"type":"reasoning.text","text":"a"}""", """{"type":"reasoning.text","text":"b"}"""],
            """{"type":"reasoning.text","text":"a"}""",
            """{"type":"reasoning.text","text":"b"}""");

    [Fact]
    public void UnknownType_IsKeptRaw()
        => Check(
            ["""{"type":"reasoning.new","x":[1.50],"index":0}""", """{"type":"reasoning.new","x":[2],"index":0}"""],
            """{"type":"reasoning.new","x":[1.50],"index":0}""",
            """{"type":"reasoning.new","x":[2],"index":0}""");

    [Fact]
    public void Id_FirstThatIsNotNull_Stays()
        => Check(
            ["""{"type":"reasoning.text","id":"a","text":"xyz","index":0,"format":"f"}"""],
            """{"type":"reasoning.text","id":null,"text":"x","index":0}""",
            """{"type":"reasoning.text","id":"a","text":"y","index":0,"format":"f"}""",
            """{"type":"reasoning.text","id":"b","text":"z","index":0,"format":"g"}""");

    [Fact]
    public void Text_MissingInTheFirstFragment_IsTakenFromTheNext()
        => Check(
            ["""{"type":"reasoning.text","index":0,"text":"a"}"""],
            """{"type":"reasoning.text","index":0}""",
            """{"type":"reasoning.text","index":0,"text":"a"}""");

    [Fact]
    public void TwoBlocks_StayTwo()
        => Check(
            ["""{"type":"reasoning.text","text":"a","index":0}""", """{"type":"reasoning.text","text":"bc","index":1}"""],
            """{"type":"reasoning.text","text":"a","index":0}""",
            """{"type":"reasoning.text","text":"b","index":1}""",
            """{"type":"reasoning.text","text":"c","index":1}""");

    [Theory]
    [InlineData("hm", "hm", "hm")]
    [InlineData("hm", null, "hm")]
    [InlineData(null, "hm", "hm")]
    [InlineData("hm", "", "hm")]
    public void Shown_StringAndDetails_AreNotDoubled(string? plain, string? detail, string expected)
    {
        var accumulator = new ChatAccumulator(1000);
        for (var round = 0; round < 2; round++)
        {
            accumulator.BeginChunk();
            accumulator.Choice(0, null, null);
            accumulator.Reasoning(0, plain);
            if (detail is not null)
            {
                accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($$"""[{"type":"reasoning.text","text":"{{detail}}","index":0}]"""));
            }

            accumulator.EndChunk();
        }

        Assert.Equal(expected + expected, accumulator.Snapshot(AnswerOutcome.Completed).Reasoning);
    }

    [Fact]
    public void Media_ImagesAudioAnnotations_AreCollected()
    {
        var accumulator = new ChatAccumulator(100_000);
        accumulator.Image(0, Raw.Of("""{"type":"image_url","image_url":{"url":"data:1"},"index":0}"""));
        accumulator.Image(0, Raw.Of("""{"type":"image_url","image_url":{"url":"data:2"},"index":0}"""));
        accumulator.Image(0, Raw.Of("""{"type":"image_url","image_url":{"url":"data:3"}}"""));
        accumulator.Annotation(0, Raw.Of("""{"type":"url_citation"}"""));
        accumulator.Audio(0, "au", "aGk=", "h");
        accumulator.Audio(0, null, "ISE", null);
        accumulator.Audio(0, null, "h", "i");
        accumulator.Refusal(0, "no");

        var answer = accumulator.Snapshot(AnswerOutcome.Completed);

        Assert.Equal(["data:2", "data:3"], answer.Images.Select(image => image.GetProperty("image_url").GetProperty("url").GetString()));
        Assert.Single(answer.Annotations);
        Assert.Equal("hi!!!"u8.ToArray(), answer.Audio!.Data.ToArray());
        Assert.Equal("hi", answer.Audio.Transcript);
        Assert.Equal("no", answer.Refusal);
    }

    private static void Check(string[] expected, params string[] fragments)
    {
        var accumulator = new ChatAccumulator(1 << 20);
        foreach (var fragment in fragments)
        {
            accumulator.BeginChunk();
            accumulator.Choice(0, null, null);
            accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($"[{fragment}]"));
            accumulator.EndChunk();
        }

        Assert.Equal(expected, accumulator.Snapshot(AnswerOutcome.Completed).ReasoningDetails.Select(detail => detail.GetRawText()));
    }
}
