using OpenRouter.Runtime.Http.Clocks;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>Which of the caller's two tokens ends a call, and when it is seen.</summary>
public sealed class CallerTokensTests : IDisposable
{
    private readonly CancellationTokenSource _ofCall = new();
    private readonly CancellationTokenSource _ofLoop = new();
    private readonly CallerTokens _tokens;

    public CallerTokensTests() => _tokens = new CallerTokens(_ofCall.Token, _ofLoop.Token);

    public void Dispose()
    {
        _tokens.Dispose();
        _ofCall.Dispose();
        _ofLoop.Dispose();
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public async Task Cancellation_ByEitherToken_NamesTheOneThatWasCancelled(bool byCall, bool byLoop, bool isOfLoop)
    {
        await Task.WhenAll(byCall ? _ofCall.CancelAsync() : Task.CompletedTask, byLoop ? _ofLoop.CancelAsync() : Task.CompletedTask);

        Assert.Equal(byCall || byLoop, _tokens.IsCancelled);
        Assert.Equal(byCall || byLoop, _tokens.Token.IsCancellationRequested);
        var thrown = Record.Exception(_tokens.ThrowIfCancelled);
        Assert.Equal(byCall || byLoop, thrown is OperationCanceledException);
        Assert.Equal(isOfLoop ? _ofLoop.Token : _ofCall.Token, _tokens.ToException().CancellationToken);
        Assert.Equal("The call was cancelled.", _tokens.ToException().Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_AskedForInACallbackOfTheCaller_IsSeenBeforeTheLinkedTokenHears(bool byCall)
    {
        var source = byCall ? _ofCall : _ofLoop;
        (bool IsCancelled, bool IsLinkedCancelled)? seen = null;
        await using var registration = source.Token.Register(() => seen = (_tokens.IsCancelled, _tokens.Token.IsCancellationRequested));
        await source.CancelAsync();

        Assert.Equal((true, false), seen);
    }

    [Fact]
    public void Abort_OfACallerWhoLeft_IsACancellationWithoutAnotherTokensHelp()
    {
        _tokens.Abort();

        Assert.True(_tokens.IsCancelled);
        Assert.Equal((false, false), (_ofCall.IsCancellationRequested, _ofLoop.IsCancellationRequested));
        Assert.Equal(_ofCall.Token, Assert.Throws<OperationCanceledException>(_tokens.ThrowIfCancelled).CancellationToken);
    }

    [Fact]
    public async Task Dispose_LetsTheCallersTokensGo()
    {
        _tokens.Dispose();
        await _ofCall.CancelAsync();

        Assert.False(_tokens.Token.IsCancellationRequested);
        _tokens.Abort();
        Assert.False(_tokens.Token.IsCancellationRequested);
    }
}
