using OpenRouter.Core;
using Polly;

namespace OpenRouter.Runtime.Http.Retries;

/// <summary>Runs attempts through a pipeline of the caller.</summary>
/// <param name="pipeline">The pipeline.</param>
internal sealed class PollyRetries(ResiliencePipeline pipeline) : OtherRetries
{
    /// <summary>The pipeline.</summary>
    public ResiliencePipeline Pipeline => pipeline;

    /// <inheritdoc/>
    public override ValueTask RunAsync(ApiCall call, Func<ApiCall, ValueTask> attempt)
        => pipeline.ExecuteAsync(async _ => await RunOnceAsync(call, attempt).ConfigureAwait(false), call.Tokens.Token);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PollyRetries other && other.Pipeline == pipeline;

    /// <inheritdoc/>
    public override int GetHashCode() => pipeline.GetHashCode();

    private static async ValueTask RunOnceAsync(ApiCall call, Func<ApiCall, ValueTask> attempt)
    {
        call.Begin();
        try
        {
            await attempt(call).ConfigureAwait(false);
        }
        catch (OpenRouterException exception)
        {
            call.Fail(exception);
            throw;
        }
    }
}
