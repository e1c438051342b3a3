namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>The reasoning to show: the string and the details of a chunk say the same, and it is shown once.</summary>
public sealed class ReasoningTextTests
{
    private const string Both = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}""";
    private const string Plain = """{"reasoning":"a"}""";
    private const string Detail = """{"reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}""";
    private const string Summary = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.summary","summary":"a","index":0}]}""";
    private const string Silent = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.encrypted","data":"x","index":0}]}""";
    private const string Empty = """{"reasoning":"","reasoning_details":[]}""";
    private const string Null = """{"reasoning":null,"reasoning_details":null}""";
    private const string Other = """{"reasoning":"a","reasoning_details":[{"type":"reasoning.text","text":"b","index":0}]}""";
    private const string Signed = """{"reasoning":null,"reasoning_details":[{"type":"reasoning.text","signature":"s","index":0}]}""";

    [Theory]
    [InlineData("aa", Both, Both)]
    [InlineData("aa", Plain, Plain)]
    [InlineData("aa", Summary, Summary)]
    [InlineData("aa", Silent, Silent)]
    [InlineData("aa", Both, Plain)]
    [InlineData("aa", Plain, Both)]
    [InlineData("aa", Detail, Both)]
    [InlineData("aa", Detail, Detail)]
    [InlineData("aaa", Both, Empty, Plain, Null, Both)]
    [InlineData("a", Both, Signed)]
    [InlineData("b", Other)]
    [InlineData("ba", Other, Plain)]
    [InlineData("", Empty, Null)]
    public void Reasoning_IsShownOnce(string expected, params string[] deltas) => Assert.Equal(expected, Told.Deltas(deltas).Reasoning);

    [Theory]
    [InlineData("ab", """{"reasoning":"a"}""", """{"reasoning":"b"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ab","signature":"s","index":0}]}""")]
    [InlineData("abab", """{"reasoning_details":[{"type":"reasoning.text","text":"ab","index":0}]}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ab","index":0}]}""")]
    [InlineData("abax", """{"reasoning":"ab"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"ax","index":0}]}""")]
    [InlineData("aba", """{"reasoning":"ab"}""", """{"reasoning_details":[{"type":"reasoning.text","text":"a","index":0}]}""")]
    public void Details_ThatRepeatTheWholeOfWhatWasShown_AreNotShownAgain(string expected, params string[] deltas)
        => Assert.Equal(expected, Told.Deltas(deltas).Reasoning);

    [Fact]
    public void Reasoning_CutInsideACharacter_IsWhole()
    {
        var accumulator = new OpenRouter.Runtime.Streaming.ChatAccumulator(Told.Ample);
        foreach (var piece in (string[])["a\ud83d", "\ude00", "\ud83d"])
        {
            accumulator.Reasoning(0, piece);
            accumulator.EndChunk();
        }

        Assert.Equal("a😀\uFFFD", accumulator.Snapshot(OpenRouter.Runtime.Streaming.AnswerOutcome.Completed).Reasoning);
    }
}
