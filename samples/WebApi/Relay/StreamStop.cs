using Microsoft.Extensions.Options;
using WebApi.Settings;

namespace WebApi.Relay;

/// <summary>Ends streams when the server is told to stop: no new ones at once, those that run after a while.</summary>
internal sealed class StreamStop : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;

    public StreamStop(IHostApplicationLifetime lifetime, IOptions<RelaySettings> settings, TimeProvider time)
    {
        _timer = time.CreateTimer(_ => _stop.Cancel(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            IsStopping = true;
            _timer.Change(settings.Value.ShutdownGrace, Timeout.InfiniteTimeSpan);
        });
    }

    /// <summary>Whether new streams are to be refused.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Cancelled when streams that run have had their time.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
        _stop.Dispose();
    }
}
