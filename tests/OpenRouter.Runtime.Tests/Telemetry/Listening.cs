using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OpenRouter.Runtime.Tests.Telemetry;

/// <summary>Collects what the activity source and the meter of the client say in this flow of the test.</summary>
internal sealed class Listening : IDisposable
{
    private readonly Activity _root;
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public Listening(string host)
    {
        _root = new Activity("test").Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "OpenRouter",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root.TraceId)
                {
                    Spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "OpenRouter")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags, host));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags, host));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> Measured { get; } = [];

    public IEnumerable<double> Values(string name) => Measured.Where(measured => measured.Name == name).Select(static measured => measured.Value);

    public void Dispose()
    {
        _meters.Dispose();
        _listener.Dispose();
        _root.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, string host)
    {
        var known = new Dictionary<string, object?>();
        foreach (var (name, tag) in tags)
        {
            known[name] = tag;
        }

        // Other tests measure at the same time; each has a host of its own.
        if (known.GetValueOrDefault("server.address") as string == host)
        {
            Measured.Enqueue((instrument.Name, value, known));
        }
    }
}
