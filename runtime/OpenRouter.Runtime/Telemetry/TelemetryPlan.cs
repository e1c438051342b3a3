using OpenRouter.Core;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>Who is told of calls, and how much.</summary>
internal sealed class TelemetryPlan
{
    private readonly CallObserver[] _observers;

    /// <summary>Copies what the options say.</summary>
    public TelemetryPlan(OpenRouterClientOptions options, Uri address)
    {
        _observers = new CallObserver[options.Observers.Count];
        options.Observers.CopyTo(_observers, 0);
        RecordsContent = options.RecordContent;
        (Host, Port) = (address.Host, address.Port);
    }

    public bool HasObservers => _observers.Length > 0;

    public bool RecordsContent { get; }

    public string Host { get; }

    public int Port { get; }

    public void Tell(Action<CallObserver> tell) => Array.ForEach(_observers, tell);
}
