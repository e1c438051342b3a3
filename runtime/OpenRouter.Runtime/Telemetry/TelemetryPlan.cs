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
        Content = options.Content;
        (Host, Port) = (address.Host, address.Port);
    }

    public bool HasObservers => _observers.Length > 0;

    /// <summary>Puts the texts into traces; null where that is not asked for.</summary>
    public ContentTags? Content { get; }

    public string Host { get; }

    public int Port { get; }

    public void Tell(Action<CallObserver> tell) => Array.ForEach(_observers, tell);
}
