using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>Keeps all that is logged, exceptions included.</summary>
internal sealed class LogWatch : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
