namespace OpenRouter.Core;

/// <summary>
/// Sees what becomes of calls, for logs and statistics of your own. Traces and metrics need none: they come from the activity
/// source and the meter of the name <c>OpenRouter</c>. Override what you need; the methods are called on the thread that does
/// the work, by many calls at once, and must neither wait nor throw. No text of a prompt or an answer is passed.
/// </summary>
public abstract class CallObserver
{
    /// <summary>A call begins.</summary>
    /// <param name="call">What is known of it.</param>
    public virtual void OnStarted(CallInfo call)
    {
    }

    /// <summary>An attempt failed and will be repeated.</summary>
    /// <param name="call">What is known of the call.</param>
    /// <param name="failed">The attempt.</param>
    /// <param name="wait">The time until the next one.</param>
    public virtual void OnRetry(CallInfo call, CallAttempt failed, TimeSpan wait)
    {
    }

    /// <summary>A stream broke off and goes on.</summary>
    /// <param name="call">What is known of the call.</param>
    /// <param name="recovery">How it goes on.</param>
    public virtual void OnRecovery(CallInfo call, StreamRecovery recovery)
    {
    }

    /// <summary>A call has ended.</summary>
    /// <param name="call">What is known of it.</param>
    /// <param name="end">How it ended.</param>
    public virtual void OnEnded(CallInfo call, CallEnd end)
    {
    }
}
