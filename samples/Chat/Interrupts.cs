namespace Chat;

/// <summary>Ctrl+C: the first one ends the answer that is coming, in order; one more, or one while nothing is coming, ends the program.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _answer;

    public Interrupts() => Console.CancelKeyPress += OnPress;

    /// <summary>Begins an answer.</summary>
    /// <returns>Cancelled by Ctrl+C. Whoever began it disposes of it.</returns>
    public CancellationTokenSource Begin()
    {
        lock (_gate)
        {
            return _answer = new();
        }
    }

    /// <summary>Says that no answer is coming any more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _answer = null;
        }
    }

    public void Dispose() => Console.CancelKeyPress -= OnPress;

    private void OnPress(object? sender, ConsoleCancelEventArgs press)
    {
        lock (_gate)
        {
            press.Cancel = _answer is { IsCancellationRequested: false };
            _answer?.Cancel();
        }
    }
}
