using System.Globalization;
using System.Text;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Everything that is kept counts, what is replaced counts no more, and no entry is free.</summary>
public sealed class BudgetTests
{
    private static readonly string Long = new('x', 1000);

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(10, 11, true)]
    [InlineData(0, 1, true)]
    public void Budget_IsExceeded_ByOneCharacterMore(long max, int size, bool expected)
    {
        var budget = new AnswerBudget(max);

        Assert.Equal(!expected, budget.Take(size));
        Assert.Equal((expected, expected ? 0 : (long)size), (budget.IsExceeded, budget.Taken));
    }

    [Fact]
    public void Budget_Exceeded_StaysSo()
    {
        var budget = new AnswerBudget(10);
        budget.Take(8);
        budget.Take(3);
        budget.Give(8);

        Assert.False(budget.Take(1));
        Assert.True(budget.IsExceeded);
    }

    [Fact]
    public void Budget_OfAnyRequest_NeverOverflows()
    {
        var budget = new AnswerBudget(long.MaxValue);
        budget.Take(long.MaxValue);

        Assert.False(budget.Take(long.MaxValue));
    }

    public static TheoryData<string> Fillers =>
    [
        "text", "refusal", "reasoning", "detail text", "detail of unknown type", "encrypted", "growing detail", "tool arguments", "tool name", "tool id", "tool calls",
        "image", "annotation", "sound", "transcript", "audio id", "logprobs", "small logprobs", "model",
    ];

    [Theory]
    [MemberData(nameof(Fillers))]
    public void Filler_OfAnyKind_IsStopped(string kind)
    {
        var accumulator = new ChatAccumulator(50_000);
        for (var round = 0; round < 500 && !accumulator.IsTooLarge; round++)
        {
            accumulator.BeginChunk();
            for (var i = 0; i < 20; i++)
            {
                Fill(accumulator, kind, (round * 20) + i);
            }

            accumulator.EndChunk();
        }

        Assert.True(accumulator.IsTooLarge);
        Assert.InRange(accumulator.KeptChars, 0, 50_000);
        Assert.InRange(Size(accumulator.Snapshot(AnswerOutcome.Failed)), 0, 50_000);
    }

    [Fact]
    public void Image_ThatReplacesAnother_CountsOnce()
    {
        var accumulator = new ChatAccumulator(3000);
        for (var i = 0; i < 100; i++)
        {
            accumulator.Image(0, Raw.Of($$"""{"index":0,"url":"{{Long}}"}"""));
        }

        Assert.False(accumulator.IsTooLarge);
        Assert.Single(accumulator.Snapshot(AnswerOutcome.Completed).Images);
    }

    [Fact]
    public void EncryptedDetail_ThatReplacesAnother_CountsOnce()
    {
        var accumulator = new ChatAccumulator(6000);
        for (var i = 0; i < 100; i++)
        {
            accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($$"""[{"type":"reasoning.encrypted","id":"a","data":"{{Long}}{{i}}"}]"""));
        }

        Assert.False(accumulator.IsTooLarge);
        Assert.Single(accumulator.Snapshot(AnswerOutcome.Completed).ReasoningDetails);
    }

    [Fact]
    public void Head_ThatChanges_CountsOnce()
    {
        var accumulator = new ChatAccumulator(3500);
        for (var i = 0; i < 100; i++)
        {
            accumulator.Chunk("id", Long + (i % 2), Long + (i % 3), "tier");
        }

        Assert.False(accumulator.IsTooLarge);
        Assert.Equal(2002, accumulator.KeptChars);
    }

    [Fact]
    public void Head_OfUsualLength_IsFree()
    {
        var accumulator = new ChatAccumulator(0);
        accumulator.Chunk(new string('i', 256), "m", "p", "t");
        accumulator.Choice(0, "stop", "end_turn");

        Assert.Equal((0L, false), (accumulator.KeptChars, accumulator.IsTooLarge));
        Assert.Equal(256, accumulator.GenerationId!.Length);
        accumulator.Chunk(null, new string('m', 257), null, null);
        Assert.True(accumulator.IsTooLarge);
    }

    [Fact]
    public void DetailsThatGrow_CountTheirTextAndNotTheirFrame()
    {
        var accumulator = new ChatAccumulator(30_000);
        for (var i = 0; i < 10_000; i++)
        {
            accumulator.ReasoningDetails(0, """[{"type":"reasoning.text","text":"a","format":"anthropic-claude-v1","index":0}]"""u8);
            accumulator.EndChunk();
        }

        Assert.False(accumulator.IsTooLarge);
        Assert.InRange(accumulator.KeptChars, 20_000, 21_500);
    }

    [Fact]
    public void SignatureInEachFragment_DoesNotCountAsAnEntry()
    {
        var accumulator = new ChatAccumulator(120_000);
        for (var i = 0; i < 1000; i++)
        {
            accumulator.ReasoningDetails(0, """[{"type":"reasoning.text","text":"a","signature":"sig","index":0}]"""u8);
        }

        Assert.False(accumulator.IsTooLarge);
    }

    [Fact]
    public void Fragments_CostTheirLength()
    {
        var accumulator = new ChatAccumulator(AnswerBudget.EntryCost + 1 + 1 + 1000);
        for (var i = 0; i < 1000; i++)
        {
            accumulator.ToolCall(0, 0, i == 0 ? "a" : null, i == 0 ? "f" : null, "x");
        }

        Assert.False(accumulator.IsTooLarge);
        accumulator.ToolCall(0, 0, null, null, "x");
        Assert.True(accumulator.IsTooLarge);
    }

    [Fact]
    public void Fragments_AllocateInProportion()
    {
        var small = Allocated(2_000);
        var large = Allocated(20_000);

        Assert.InRange(large, small, small * 15);
    }

    private static long Allocated(int fragments)
    {
        var accumulator = new ChatAccumulator(1 << 26);
        var detail = """[{"type":"reasoning.text","text":"abc","format":"f","index":0}]"""u8;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < fragments; i++)
        {
            accumulator.BeginChunk();
            accumulator.Text(0, "abc");
            accumulator.ToolCall(0, 0, "a", "f", "abc");
            accumulator.ReasoningDetails(0, detail);
            accumulator.EndChunk();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Fill(ChatAccumulator accumulator, string kind, int number)
    {
        var index = number.ToString(CultureInfo.InvariantCulture);
        switch (kind)
        {
            case "text": accumulator.Text(0, Long); break;
            case "refusal": accumulator.Refusal(0, Long); break;
            case "reasoning": accumulator.Reasoning(0, Long); break;
            case "detail text": Detail(accumulator, $$"""{"type":"reasoning.text","text":"{{Long}}","index":0}"""); break;
            case "detail of unknown type": Detail(accumulator, "{}"); break;
            case "encrypted": Detail(accumulator, $$"""{"type":"reasoning.encrypted","id":"{{index}}"}"""); break;
            case "growing detail": Detail(accumulator, $$"""{"type":"reasoning.text","index":0,"m{{index}}":1}"""); break;
            case "tool arguments": accumulator.ToolCall(0, 0, null, null, Long); break;
            case "tool name": accumulator.ToolCall(0, number, null, Long, null); break;
            case "tool id": accumulator.ToolCall(0, number, Long + index, null, null); break;
            case "tool calls": accumulator.ToolCall(0, number, null, null, null); break;
            case "image": accumulator.Image(0, Raw.Of("{}")); break;
            case "annotation": accumulator.Annotation(0, Raw.Of("{}")); break;
            case "sound": accumulator.Audio(0, null, new string('A', 1000), null); break;
            case "transcript": accumulator.Audio(0, null, null, Long); break;
            case "audio id": accumulator.Audio(number % 128, Long, null, null); break;
            case "logprobs": accumulator.Logprobs(0, Raw.Of($$"""{"content":["{{Long}}"]}""")); break;
            case "small logprobs": accumulator.Logprobs(0, Raw.Of("""{"refusal":[0,0,0]}""")); break;
            case "model": accumulator.Chunk(null, new string('m', number * 100), null, null); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static void Detail(ChatAccumulator accumulator, string entry) => accumulator.ReasoningDetails(0, Encoding.UTF8.GetBytes($"[{entry}]"));

    private static long Size(ChatAnswer answer) => answer.Choices.Sum(static choice => choice.Text.Length + choice.Reasoning.Length + (choice.Refusal?.Length ?? 0)
        + choice.ReasoningDetails.Concat(choice.Images).Concat(choice.Annotations).Concat(choice.Logprobs?.Content ?? []).Concat(choice.Logprobs?.Refusal ?? []).Sum(static item => item.GetRawText().Length)
        + choice.ToolCalls.Sum(static call => call.Arguments.Length + call.Name.Length)
        + (choice.Audio is { } audio ? audio.Data.Length + audio.Transcript.Length : 0)) + (answer.Model?.Length ?? 0);
}
