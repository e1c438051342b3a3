using Dashboard.Measuring;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard.Measuring;

/// <summary>Figures of an answer while it comes and at its end.</summary>
public sealed class AnswerBoardTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Speed_CountsFromTheFirstToken()
    {
        var board = new AnswerBoard("a/b", maxTokens: null, _time);
        _time.Advance(TimeSpan.FromSeconds(10));
        board.Add(new string('x', 40), null);
        _time.Advance(TimeSpan.FromSeconds(2));

        var figures = board.Take().Figures;

        Assert.Equal((AnswerState.Answering, true, 10L), (figures.State, figures.IsEstimate, figures.Tokens));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(12)), (figures.FirstToken, figures.Elapsed));
        Assert.Equal(5, figures.TokensPerSecond);
    }

    [Fact]
    public void Figures_BeforeAnything_InventNothing()
    {
        var board = new AnswerBoard("a/b", maxTokens: null, _time);
        _time.Advance(TimeSpan.FromSeconds(3));

        var figures = board.Take().Figures;

        Assert.Equal((AnswerState.Waiting, 0L, TimeSpan.FromSeconds(3)), (figures.State, figures.Tokens, figures.Elapsed));
        Assert.Equal((null, null, null, null), (figures.TokensPerSecond, figures.FirstToken, figures.Share, figures.Cost));
    }

    [Fact]
    public void KeepAlive_HasAnAge_UntilSomethingComes()
    {
        var board = new AnswerBoard("a/b", maxTokens: null, _time);
        board.KeepAlive();
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(4), board.Take().Figures.KeepAliveAge);
        board.Add(null, "hm");
        Assert.Null(board.Take().Figures.KeepAliveAge);
    }

    [Fact]
    public void State_OfReasoningBetweenText_StaysAnswering()
    {
        var board = new AnswerBoard("a/b", maxTokens: null, _time);
        board.Add(null, "hm");
        Assert.Equal(AnswerState.Thinking, board.Take().Figures.State);
        board.Add("Yes", null);
        board.Add(null, "hm");
        Assert.Equal(AnswerState.Answering, board.Take().Figures.State);
    }

    [Fact]
    public void Take_GivesEachPieceOnce_WithItsFigures()
    {
        var board = new AnswerBoard("a/b", maxTokens: 10, _time);
        board.Add("one ", null);
        board.Add("two ", "why");
        var first = board.Take();
        board.Add("three", null);
        var second = board.Take();

        Assert.Equal(("one two ", "why", "three", ""), (first.Text, first.Reasoning, second.Text, second.Reasoning));
        Assert.True(second.Figures.Tokens > first.Figures.Tokens);
        Assert.Equal(second.Figures.Tokens / 10.0, second.Figures.Share);
    }

    [Fact]
    public void End_PutsWhatTheServiceToldInThePlaceOfGuesses_AndStopsTheClock()
    {
        var board = new AnswerBoard("a/b", maxTokens: 100, _time);
        board.Add("word", null);
        _time.Advance(TimeSpan.FromSeconds(1));
        board.End(AnswerState.Finished, new ChatAnswer { FinishReason = "stop", Model = "a/b-1\u001b", Usage = new TokenUsage { CompletionTokens = 50, Cost = 0.5m } }, null);
        _time.Advance(TimeSpan.FromSeconds(60));

        var figures = board.Take().Figures;

        Assert.Equal((50L, false, 0.5, TimeSpan.FromSeconds(1)), (figures.Tokens, figures.IsEstimate, figures.Share, figures.Elapsed));
        Assert.Equal("a/b-1␛", figures.Model);
        Assert.Equal("finished (stop) | a/b-1␛ | 50 tokens out | 50 % of the limit of 100 tokens | 50.0 tokens/s | first token after 0.00 s | 1.0 s | $0.50", FigureText.Line(figures));
    }

    [Fact]
    public void End_WithoutUsage_KeepsTheGuessAndSaysThatItIsOne()
    {
        var board = new AnswerBoard("a/b", maxTokens: null, _time);
        board.Add("some words of an answer", null);
        board.End(AnswerState.Interrupted, new ChatAnswer(), "It broke\noff.");

        var figures = board.Take().Figures;

        Assert.Equal((true, 6L, "It broke off."), (figures.IsEstimate, figures.Tokens, figures.Remark));
        Assert.Equal("≈ 6 out", FigureText.TokensInAndOut(figures));
    }
}
