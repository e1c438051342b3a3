namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>A context that counts what is posted to it, and runs it elsewhere.</summary>
internal sealed class CountingContext : SynchronizationContext
{
    public int Posts { get; private set; }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Posts++;
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }
}
