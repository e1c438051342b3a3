using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>Listens to the metrics of a host.</summary>
internal sealed class MetricWatch : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(Meter Meter, string Name, double Value, string Tags)> _seen = new();

    public MetricWatch()
    {
        _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything that was measured, as text.</summary>
    public string All => string.Join('\n', _seen.Select(seen => $"{seen.Name} {seen.Value} {seen.Tags}"));

    /// <summary>The sum of a metric of a host.</summary>
    public double Sum(IServiceProvider services, string name, string tags = "")
    {
        _listener.RecordObservableInstruments();
        var factory = services.GetRequiredService<IMeterFactory>();
        return _seen.Where(seen => seen.Name == name && ReferenceEquals(seen.Meter.Scope, factory) && seen.Tags.Contains(tags, StringComparison.Ordinal)).Sum(seen => seen.Value);
    }

    public async Task SeeAsync(IServiceProvider services, string name, double sum)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (Sum(services, name) < sum)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{name} is {Sum(services, name)}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => _seen.Enqueue((instrument.Meter, instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
