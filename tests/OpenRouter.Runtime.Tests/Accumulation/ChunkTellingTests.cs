using System.Text;
using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>What a chunk tells besides its parts: the head, usage, errors, and whether it had content.</summary>
public sealed class ChunkTellingTests
{
    private readonly ChatAccumulator _accumulator = new(Told.Ample);

    [Fact]
    public void Head_ToldTwice_KeepsTheFirstIdAndTheLastNames()
    {
        _accumulator.Chunk("gen-1", "m1", "p1", "t1");
        _accumulator.Chunk("gen-2", "m2", "p2", "t2");
        _accumulator.Chunk("", "", "", "");
        _accumulator.Chunk(null, null, null, null);

        var answer = _accumulator.Snapshot(AnswerOutcome.Completed);
        Assert.Equal(("gen-1", "m2", "p2", "t2"), (answer.GenerationId, answer.Model, answer.Provider, answer.ServiceTier));
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("false", false)]
    [InlineData("\"\"", false)]
    [InlineData("true", true)]
    [InlineData("0", true)]
    [InlineData("\"it broke\"", true)]
    [InlineData("{}", true)]
    [InlineData("[]", true)]
    public void Error_InAnyShape_IsOneUnlessItSaysNothing(string json, bool isError)
    {
        var error = RawJson.Parse(Encoding.UTF8.GetBytes(json));
        _accumulator.Error(error);
        Assert.Equal(isError, _accumulator.Facts.Error is not null);
        _accumulator.BeginChunk();
        _accumulator.ChoiceError(0, error);

        Assert.Equal(isError ? json : null, _accumulator.Facts.Error?.GetRawText());
    }

    [Fact]
    public void Error_ThatIsNoElement_IsNone()
    {
        _accumulator.Error(null);
        _accumulator.Error(default(JsonElement));

        Assert.Null(_accumulator.Facts.Error);
    }

    [Fact]
    public void Errors_OfOneChunk_AreToldByTheFirst()
    {
        _accumulator.Error(Raw.Of("1").Element);
        _accumulator.ChoiceError(0, Raw.Of("2").Element);

        Assert.Equal("1", _accumulator.Facts.Error!.Value.GetRawText());
    }

    [Theory]
    [InlineData(1L, null, null, null)]
    [InlineData(null, 2L, null, null)]
    [InlineData(null, null, 3L, null)]
    [InlineData(null, null, null, 0.5)]
    [InlineData(0L, null, null, null)]
    public void Usage_OfAnyOneNumber_IsUsage(long? prompt, long? completion, long? total, double? cost)
    {
        _accumulator.Usage(null, prompt, completion, total, null, null, (decimal?)cost);

        Assert.True(_accumulator.HasUsage);
        Assert.True(_accumulator.Facts.HasUsage);
        var usage = _accumulator.Snapshot(AnswerOutcome.Completed).Usage!;
        Assert.Equal((prompt, completion, total, (decimal?)cost), (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.Cost));
    }

    [Fact]
    public void Usage_WithoutAnyNumber_CountsOnlyIfItWasThere()
    {
        _accumulator.Usage(null, null, null, null, 7, 8, null);
        Assert.Equal((false, false), (_accumulator.HasUsage, _accumulator.Facts.HasUsage));
        var source = Raw.Of("{}");
        _accumulator.Usage(source, null, null, null, 7, 8, null);

        Assert.Equal((true, true), (_accumulator.HasUsage, _accumulator.Facts.HasUsage));
        Assert.Equal((7, 8), (_accumulator.UsageSoFar!.ReasoningTokens, _accumulator.UsageSoFar.CachedTokens));
        Assert.Same(source, _accumulator.UsageSoFar.Source);
    }

    [Fact]
    public void Usage_ToldTwice_IsTheLast()
    {
        _accumulator.Usage(null, 1, 2, 3, null, null, 4m);
        _accumulator.Usage(null, 5, null, null, null, null, null);
        _accumulator.Usage(null, null, null, null, null, null, null);

        Assert.Equal((5, null, null, null), (_accumulator.UsageSoFar!.PromptTokens, _accumulator.UsageSoFar.TotalTokens, _accumulator.UsageSoFar.CompletionTokens, _accumulator.UsageSoFar.Cost));
    }

    [Fact]
    public void Finish_ToldTwice_IsTheFirst()
    {
        _accumulator.Choice(0, "", "");
        _accumulator.Choice(0, "error", "overloaded");
        _accumulator.Choice(0, "stop", "end_turn");
        _accumulator.Choice(0, null, null);

        var answer = _accumulator.Snapshot(AnswerOutcome.Completed);
        Assert.Equal(("error", "overloaded", "overloaded"), (answer.FinishReason, answer.NativeFinishReason, _accumulator.NativeErrorReason));
    }

    [Fact]
    public void Chunk_OfAChoiceOrItsError_HasChoicesUntilTheNext()
    {
        _accumulator.Choice(0, null, null);
        Assert.True(_accumulator.Facts.HasChoices);
        _accumulator.BeginChunk();
        Assert.False(_accumulator.Facts.HasChoices);
        _accumulator.ChoiceError(0, null);
        Assert.True(_accumulator.Facts.HasChoices);
    }

    public static TheoryData<string, bool> Contents => new()
    {
        { """{"content":"a"}""", true },
        { """{"content":""}""", false },
        { """{"reasoning":"a"}""", true },
        { """{"reasoning":""}""", false },
        { """{"refusal":"a"}""", true },
        { """{"refusal":""}""", false },
        { """{"reasoning_details":[{}]}""", true },
        { """{"reasoning_details":[null]}""", false },
        { """{"tool_calls":[{}]}""", true },
        { """{"tool_calls":[]}""", false },
        { """{"images":[{}]}""", true },
        { """{"annotations":[{}]}""", false },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Part_OfAnyKind_IsContentOrNot(string delta, bool expected)
    {
        var accumulator = Told.Chunks(Told.Ample, $$"""{"choices":[{"index":0,"delta":{{delta}}}]}""");
        Assert.Equal((expected, expected), (accumulator.HasContent, accumulator.Facts.HasContent));
        accumulator.BeginChunk();

        Assert.Equal((expected, false), (accumulator.HasContent, accumulator.Facts.HasContent));
    }

    [Theory]
    [InlineData("""{"content":{"refusal":[1]},"refusal":[2]}""", "", "2")]
    [InlineData("""{"refusal":{"content":[1]},"content":[2]}""", "2", "")]
    [InlineData("""{"later":{"content":[1]},"content":[2]}""", "2", "")]
    [InlineData("""{"content":[{"content":[1]}],"refusal":[[2]]}""", """{"content":[1]}""", "[2]")]
    public void Logprobs_NestedInOthers_AreNone(string logprobs, string content, string refusal)
    {
        _accumulator.Logprobs(0, Raw.Of(logprobs));

        var read = _accumulator.Snapshot(AnswerOutcome.Completed).Logprobs!;
        Assert.Equal((content, refusal), (string.Join(',', Told.Raw(read.Content)), string.Join(',', Told.Raw(read.Refusal))));
    }

    [Theory]
    [InlineData("""{"id":"au"}""", "au", "")]
    [InlineData("""{"transcript":"hi"}""", null, "hi")]
    [InlineData("""{"data":""}""", null, null)]
    [InlineData("""{"id":"","data":"","transcript":""}""", null, null)]
    public void Audio_WithoutSound_IsThereWhenItSaysAnything(string audio, string? id, string? transcript)
    {
        var told = Told.Deltas($$"""{"audio":{{audio}}}""").Audio;

        Assert.Equal((id, transcript, 0), (told?.Id, told?.Transcript, told?.Data.Length ?? 0));
        Assert.Equal(transcript is null, told is null);
    }

    [Fact]
    public void Part_ThatIsNull_IsRefusedByName()
    {
        Assert.Equal("image", Assert.Throws<ArgumentNullException>(() => _accumulator.Image(0, null!)).ParamName);
        Assert.Equal("annotation", Assert.Throws<ArgumentNullException>(() => _accumulator.Annotation(0, null!)).ParamName);
        Assert.False(_accumulator.HasContent);
    }
}
