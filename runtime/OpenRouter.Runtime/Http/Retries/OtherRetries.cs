namespace OpenRouter.Runtime.Http.Retries;

/// <summary>
/// Runs attempts in place of the retries made here. Whoever never asks for that names no type that does it, so a native
/// program holds none.
/// </summary>
internal abstract class OtherRetries
{
    /// <summary>Runs attempts until one succeeds or none is left.</summary>
    public abstract ValueTask RunAsync(ApiCall call, Func<ApiCall, ValueTask> attempt);
}
