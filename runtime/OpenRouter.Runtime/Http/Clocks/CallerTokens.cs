namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>The two tokens a caller can give to a call, and the source that ends it either way.</summary>
internal sealed class CallerTokens : IDisposable
{
    private readonly CancellationToken _ofCall;
    private readonly CancellationToken _ofLoop;
    private readonly CancellationTokenSource _source;

    /// <summary>Joins the tokens.</summary>
    /// <param name="ofCall">The token of the method that made the stream.</param>
    /// <param name="ofLoop">The token of the loop that reads it.</param>
    public CallerTokens(CancellationToken ofCall, CancellationToken ofLoop)
    {
        _ofCall = ofCall;
        _ofLoop = ofLoop;
        _source = CancellationTokenSource.CreateLinkedTokenSource(ofCall, ofLoop);
        Token = _source.Token;
    }

    /// <summary>Both in one.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the caller cancelled, by whichever token, or has left.</summary>
    /// <remarks>The caller's own tokens are asked first: what is linked to them learns of it a little later.</remarks>
    public bool IsCancelled => _ofCall.IsCancellationRequested || _ofLoop.IsCancellationRequested || Token.IsCancellationRequested;

    /// <summary>The token that the caller knows and cancelled.</summary>
    public CancellationToken OfCaller => _ofLoop.IsCancellationRequested && !_ofCall.IsCancellationRequested ? _ofLoop : _ofCall;

    /// <summary>The exception with the token that the caller knows.</summary>
    public OperationCanceledException ToException() => new("The call was cancelled.", OfCaller);

    /// <summary>Throws when the caller has cancelled already.</summary>
    public void ThrowIfCancelled()
    {
        if (IsCancelled)
        {
            throw ToException();
        }
    }

    /// <summary>Ends what is still going on.</summary>
    public void Abort()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    public void Dispose() => _source.Dispose();
}
