using BlazorChat.Answers;
using BlazorChat.Hosting;

namespace BlazorChat.Conversation;

/// <summary>
/// The chat of one circuit: idle, streaming, stopping. Its members belong to the dispatcher of the circuit. Everything that a run wants to change goes there as well, carries the number
/// of the run, and is dropped when another run has begun since.
/// </summary>
/// <param name="answers">Asks the model.</param>
/// <param name="settings">The limits.</param>
/// <param name="change">Does something on the dispatcher, and renders if it says so.</param>
internal sealed class ChatSession(AnswerService answers, ChatSettings settings, Func<Func<bool>, Task> change) : IAsyncDisposable
{
    private readonly List<Exchange> _exchanges = [];
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;
    private int _run;
    private int _asked;
    private bool _isDisposed;

    public ChatPhase Phase { get; private set; }

    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>How many questions were forgotten since the chat grew too long.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Asks a question.</summary>
    /// <returns>False when it was not asked: it is empty or too long, or an answer is still coming.</returns>
    public bool Ask(string question)
    {
        question = question.Trim();
        if (_isDisposed || Phase != ChatPhase.Idle || question.Length == 0 || question.Length > settings.MaxQuestionChars)
        {
            return false;
        }

        var exchange = new Exchange(++_asked, question);
        _exchanges.Add(exchange);
        Forget();
        Begin(exchange);
        return true;
    }

    /// <summary>Asks the last question again. What had come of the old answer stays to be seen, and is not sent any more.</summary>
    public bool Retry()
    {
        if (_isDisposed || Phase != ChatPhase.Idle || _exchanges is not [.., { Latest.CanRetry: true } exchange])
        {
            return false;
        }

        Begin(exchange);
        return true;
    }

    /// <summary>Stops the answer that is coming.</summary>
    public async Task StopAsync()
    {
        if (Phase == ChatPhase.Streaming)
        {
            Phase = ChatPhase.Stopping;
            await _stop!.CancelAsync();
        }
    }

    /// <summary>Begins a new chat. What still comes for the old one is dropped.</summary>
    public async Task ClearAsync()
    {
        _run++;
        _exchanges.Clear();
        Forgotten = 0;
        Phase = ChatPhase.Idle;
        await EndAsync();
    }

    /// <summary>Stops and waits until the stream is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _run++;
        await EndAsync();
    }

    private void Begin(Exchange exchange)
    {
        var run = ++_run;
        Phase = ChatPhase.Streaming;
        _stop?.Dispose();
        _stop = new CancellationTokenSource();
        _running = RunAsync(exchange.Begin(run), [.. _exchanges], _stop.Token);
    }

    private async Task RunAsync(Answer answer, IReadOnlyList<Exchange> history, CancellationToken stop)
    {
        var (end, unshown) = await answers.AnswerAsync(history, frame => ChangeAsync(answer.Run, () => answer.Append(frame)), stop);
        await ChangeAsync(answer.Run, () =>
        {
            answer.Append(unshown ?? AnswerFrame.Empty);
            answer.Finish(end);
            Phase = ChatPhase.Idle;
            Forget();
        });
    }

    private Task ChangeAsync(int run, Action apply) => change(() =>
    {
        var isCurrent = run == _run && !_isDisposed;
        if (isCurrent)
        {
            apply();
        }

        return isCurrent;
    });

    /// <summary>Keeps the chat within its limits; the exchange that is going on stays.</summary>
    private void Forget()
    {
        while (_exchanges.Count > 1 && (_exchanges.Count > settings.MaxExchanges || _exchanges.Sum(static exchange => exchange.Length) > settings.MaxHistoryChars))
        {
            _exchanges.RemoveAt(0);
            Forgotten++;
        }
    }

    private async Task EndAsync()
    {
        var (stop, running) = (_stop, _running);
        (_stop, _running) = (null, Task.CompletedTask);
        if (stop is not null)
        {
            await stop.CancelAsync();
            await running;
            stop.Dispose();
        }
    }
}
