using Worker.Jobs;

namespace Worker.Telemetry;

/// <summary>The queue as it was when somebody last looked. Gauges are read from it, since they must not wait for a database.</summary>
internal sealed class QueueWatch
{
    private QueueState? _last;

    public QueueState? Last
    {
        get => Volatile.Read(ref _last);
        set => Volatile.Write(ref _last, value);
    }
}
