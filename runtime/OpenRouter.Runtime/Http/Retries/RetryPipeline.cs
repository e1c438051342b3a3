using OpenRouter.Core;
using Polly;

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
    private readonly ResiliencePipeline? _other;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="options">The settings, checked.</param>
    /// <param name="time">The clock of the waits.</param>
    public RetryPipeline(RetryOptions options, TimeProvider time)
    {
        _budget = new RetryBudget(options.Budget);
        _policy = new RetryPolicy(options, _budget, Random.Shared.NextDouble);
        _time = time;
        _other = options.Pipeline;
    }

    /// <summary>Runs attempts until one succeeds or none is left.</summary>
    /// <typeparam name="TState">What an attempt needs.</typeparam>
    /// <exception cref="OpenRouterException">The last attempt failed; the exception lists all.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, also while waiting.</exception>
    public async ValueTask RunAsync<TState>(ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
        where TState : class
    {
        try
        {
            if (_other is null)
            {
                await RepeatAsync(call, state, attempt).ConfigureAwait(false);
            }
            else
            {
                await _other.ExecuteAsync(async _ => await RunOnceAsync(call, state, attempt).ConfigureAwait(false), call.Tokens.Token).ConfigureAwait(false);
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

    private static async ValueTask RunOnceAsync<TState>(ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
        where TState : class
    {
        call.Begin();
        try
        {
            await attempt(call, state).ConfigureAwait(false);
        }
        catch (OpenRouterException exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    private async ValueTask RepeatAsync<TState>(ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
        where TState : class
    {
        while (true)
        {
            try
            {
                await RunOnceAsync(call, state, attempt).ConfigureAwait(false);
                return;
            }
            catch (OpenRouterException failure) when (!call.Tokens.IsCancelled)
            {
                if (_policy.Decide(call, failure) is not { } wait)
                {
                    throw;
                }

                call.NextDelay = wait;
                call.Telemetry?.Retry(call.Attempts[^1], wait);
            }

            await Task.Delay(call.NextDelay, _time, call.Tokens.Token).ConfigureAwait(false);
        }
    }
}
