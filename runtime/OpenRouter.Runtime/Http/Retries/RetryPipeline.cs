using OpenRouter.Core;
using Polly;
using Polly.Retry;

namespace OpenRouter.Runtime.Http.Retries;

/// <summary>Runs the attempts of calls. What may be repeated is decided by <see cref="RetryPolicy"/>; Polly waits and repeats.</summary>
internal sealed class RetryPipeline
{
    private static readonly ResiliencePropertyKey<ApiCall> Call = new("OpenRouter.Call");
    private readonly RetryBudget _budget;
    private readonly ResiliencePipeline? _pipeline;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="options">The settings, checked.</param>
    /// <param name="time">The clock of the waits.</param>
    public RetryPipeline(RetryOptions options, TimeProvider time)
    {
        _budget = new RetryBudget(options.Budget);
        var policy = new RetryPolicy(options, _budget, Random.Shared.NextDouble);
        _pipeline = options switch
        {
            { Pipeline: { } other } => other,
            { MaxRetries: 0, MaxLookups: 0 } => null,
            _ => Build(policy, time),
        };
    }

    /// <summary>Runs attempts until one succeeds or none is left.</summary>
    /// <typeparam name="TState">What an attempt needs.</typeparam>
    /// <exception cref="OpenRouterException">The last attempt failed; the exception lists all.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, also while waiting.</exception>
    public async ValueTask RunAsync<TState>(ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
    {
        try
        {
            if (_pipeline is null)
            {
                await RunOnceAsync(call, state, attempt).ConfigureAwait(false);
            }
            else
            {
                await RunThroughAsync(_pipeline, call, state, attempt).ConfigureAwait(false);
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

    private static async ValueTask RunThroughAsync<TState>(ResiliencePipeline pipeline, ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
    {
        var context = ResilienceContextPool.Shared.Get(call.Tokens.Token);
        try
        {
            context.Properties.Set(Call, call);
            await pipeline.ExecuteAsync(
                static (_, run) => RunOnceAsync(run.call, run.state, run.attempt), context, (call, state, attempt)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async ValueTask RunOnceAsync<TState>(ApiCall call, TState state, Func<ApiCall, TState, ValueTask> attempt)
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

    private static ResiliencePipeline Build(RetryPolicy policy, TimeProvider time)
        => new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new ValueTask<bool>(Decide(policy, arguments)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(CallOf(arguments.Context).NextDelay),
            })
            .Build();

    private static bool Decide(RetryPolicy policy, RetryPredicateArguments<object> arguments)
    {
        if (arguments.Outcome.Exception is not OpenRouterException failure || arguments.Context.CancellationToken.IsCancellationRequested)
        {
            return false;
        }

        var call = CallOf(arguments.Context);
        if (policy.Decide(call, failure) is not { } delay)
        {
            return false;
        }

        call.NextDelay = delay;
        call.Telemetry?.Retry(call.Attempts[^1], delay);
        return true;
    }

    private static ApiCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
