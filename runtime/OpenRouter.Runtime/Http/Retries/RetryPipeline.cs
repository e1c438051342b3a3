using OpenRouter.Core;

namespace OpenRouter.Runtime.Http.Retries;

/// <summary>
/// Runs the attempts of calls. What may be repeated is decided by <see cref="RetryPolicy"/>, unless the caller has a pipeline of
/// Polly for that.
/// </summary>
internal sealed class RetryPipeline
{
    private readonly RetryBudget _budget;
    private readonly RetryPolicy _policy;
    private readonly TimeProvider _time;
    private readonly OtherRetries? _other;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="options">The settings, checked.</param>
    /// <param name="time">The clock of the waits.</param>
    public RetryPipeline(RetryOptions options, TimeProvider time)
    {
        _budget = new RetryBudget(options.Budget);
        _policy = new RetryPolicy(options, _budget, Random.Shared.NextDouble);
        _time = time;
        _other = options.Other;
    }

    /// <summary>Runs attempts until one succeeds or none is left.</summary>
    /// <exception cref="OpenRouterException">The last attempt failed; the exception lists all.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, also while waiting.</exception>
    public async ValueTask RunAsync(ApiCall call, Func<ApiCall, ValueTask> attempt)
    {
        try
        {
            if (_other is null)
            {
                while (!await TryAsync(call, attempt).ConfigureAwait(false))
                {
                    await Task.Delay(call.NextDelay, _time, call.Tokens.Token).ConfigureAwait(false);
                }
            }
            else
            {
                await _other.RunAsync(call, attempt).ConfigureAwait(false);
            }

            _budget.Refill();
        }
        catch (OpenRouterException exception)
        {
            exception.Complete(call.Attempts);
            throw;
        }
        catch (OperationCanceledException exception) when (call.Tokens.IsCancelled && exception.CancellationToken != call.Tokens.OfCaller)
        {
            // It was cancelled while waiting, by a token that the caller does not know.
            throw call.Tokens.ToException();
        }
    }

    /// <summary>Makes an attempt; false when it failed and is to be repeated after <see cref="ApiCall.NextDelay"/>.</summary>
    private async ValueTask<bool> TryAsync(ApiCall call, Func<ApiCall, ValueTask> attempt)
    {
        call.Begin();
        try
        {
            await attempt(call).ConfigureAwait(false);
            return true;
        }
        catch (OpenRouterException failure)
        {
            call.Fail(failure);
            if (call.Tokens.IsCancelled || _policy.Decide(call, failure) is not { } wait)
            {
                throw;
            }

            call.NextDelay = wait;
            call.Telemetry?.Retry(call.Attempts[^1], wait);
            return false;
        }
    }
}
