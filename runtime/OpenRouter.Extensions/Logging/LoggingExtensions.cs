using Microsoft.Extensions.Logging;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Logging;

/// <summary>Writes what becomes of calls to a log.</summary>
public static class LoggingExtensions
{
    /// <summary>
    /// Logs calls: their beginning as debug, their end as information, retries, recoveries and failures as warnings. No prompt, no
    /// answer, no key and no message of the service is logged: names, counts, times and ids only.
    /// </summary>
    /// <param name="options">The options of a client that is not made yet.</param>
    /// <param name="loggers">Makes the logger, of the category <c>OpenRouter</c>.</param>
    /// <returns>The options.</returns>
    public static OpenRouterClientOptions LogTo(this OpenRouterClientOptions options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        options.Observers.Add(new LoggingObserver(loggers.CreateLogger("OpenRouter")));
        return options;
    }
}
