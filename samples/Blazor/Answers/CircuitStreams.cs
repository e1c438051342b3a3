using BlazorChat.Hosting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace BlazorChat.Answers;

/// <summary>
/// Stops the answers of a circuit that lost its browser. A page that is closed disposes its components at once; a connection that is lost keeps them for minutes, in which an answer
/// would be paid for that nobody reads.
/// </summary>
internal sealed class CircuitStreams(IOptions<ChatSettings> settings, TimeProvider time) : CircuitHandler, IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _lost = new();
    private ITimer? _grace;

    /// <summary>Cancelled when the browser is gone for good. After a return there is a new one.</summary>
    public CancellationToken Lost
    {
        get
        {
            lock (_gate)
            {
                return _lost.Token;
            }
        }
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _grace?.Dispose();
            _grace = time.CreateTimer(static state => ((CircuitStreams)state!).Stop(), this, settings.Value.DisconnectGrace, Timeout.InfiniteTimeSpan);
        }

        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _grace?.Dispose();
            _grace = null;
            if (_lost.IsCancellationRequested)
            {
                _lost.Dispose();
                _lost = new CancellationTokenSource();
            }
        }

        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Stop();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _grace?.Dispose();
            _lost.Dispose();
        }
    }

    private void Stop()
    {
        CancellationTokenSource lost;
        lock (_gate)
        {
            _grace?.Dispose();
            _grace = null;
            lost = _lost;
        }

        // Outside of the lock: whoever waits for the token runs here.
        try
        {
            lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The circuit was disposed while its timer rang; then its components have stopped their answers.
        }
    }
}
