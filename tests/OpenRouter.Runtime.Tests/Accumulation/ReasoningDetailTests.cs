using OpenRouter.Runtime.Tests.Accumulation.Vectors;
using System.Text;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Reasoning that has to be sent back: what came whole comes back as the bytes that it was.</summary>
public sealed class ReasoningDetailTests
{
    public static TheoryData<string> Whole => [.. ReasoningDetailVectors.Whole];

    public static TheoryData<string, string, string> Joined => new(ReasoningDetailVectors.Joined);

    public static TheoryData<string, string> Apart => new(ReasoningDetailVectors.Apart);

    [Theory]
    [MemberData(nameof(Whole))]
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
    [MemberData(nameof(Joined))]
    public void Fragments_OfOneEntry_ChangeNothingElse(string expected, string first, string second)
        => Assert.Equal([expected], Told.Raw(Told.Details(first, second).ReasoningDetails));

    [Theory]
    [MemberData(nameof(Apart))]
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
