using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>Tells observers, traces and metrics of one call. There is none when nobody listens.</summary>
internal sealed class CallTelemetry
{
    private readonly TelemetryPlan _plan;
    private readonly CallInfo _call;
    private readonly Activity? _activity;
    private readonly TimeProvider _time;
    private long _lastChunk;
    private bool _isEnded;

    private CallTelemetry(TelemetryPlan plan, CallInfo call, JsonElement? body, TimeProvider time)
    {
        (_plan, _call, _time) = (plan, call, time);
        var operation = OperationNames.Of(call);
        _activity = Instruments.Source.StartActivity(call.Model is null ? operation : $"{operation} {call.Model}", ActivityKind.Client);
        _activity?.SetTag("gen_ai.operation.name", operation)
            .SetTag("gen_ai.provider.name", "openrouter")
            .SetTag("gen_ai.request.model", call.Model)
            .SetTag("server.address", plan.Host)
            .SetTag("server.port", plan.Port);
        if (_activity is not null && body is { ValueKind: JsonValueKind.Object } request)
        {
            plan.Content?.TagRequest(_activity, request);
        }

        plan.Tell(observer => observer.OnStarted(call));
    }

    /// <summary>Begins to tell of a call; null when nobody listens.</summary>
    public static CallTelemetry? Begin(TelemetryPlan plan, ApiRequest request, bool isStreamed, TimeProvider time)
    {
        if (!plan.HasObservers && !Instruments.AreEnabled)
        {
            return null;
        }

        JsonElement? body = request.Body is { } json ? JsonModel.ToElement(json) : null;
        var model = body is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty("model"u8, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        return new CallTelemetry(plan, new CallInfo(request.Operation, request.Path, model, isStreamed), body, time);
    }

    /// <summary>A chunk with content has arrived.</summary>
    public void Chunk()
    {
        if (!Instruments.ChunkGap.Enabled)
        {
            return;
        }

        var now = _time.GetTimestamp();
        if (_lastChunk != 0)
        {
            Instruments.ChunkGap.Record(_time.GetElapsedTime(_lastChunk, now).TotalSeconds, Tags());
        }

        _lastChunk = now;
    }

    /// <summary>An attempt will be repeated.</summary>
    public void Retry(CallAttempt failed, TimeSpan wait)
    {
        Instruments.Retries.Add(1, Tags());
        _activity?.AddEvent(new ActivityEvent("openrouter.retry", tags: new ActivityTagsCollection
        {
            ["openrouter.attempt"] = failed.Number,
            ["error.type"] = ErrorType(failed.StatusCode, failed.ErrorType, failed.Clock, failed.Outcome),
            ["openrouter.wait"] = wait.TotalSeconds,
        }));
        _plan.Tell(observer => observer.OnRetry(_call, failed, wait));
    }

    /// <summary>A stream goes on after it broke off.</summary>
    public void Recovery(StreamRecovery recovery)
    {
        _activity?.AddEvent(new ActivityEvent("openrouter.recovery", tags: new ActivityTagsCollection { ["openrouter.recovery"] = recovery.Kind.ToString().ToLowerInvariant() }));
        _plan.Tell(observer => observer.OnRecovery(_call, recovery));
    }

    /// <summary>The call has ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="text">The text of the answer, recorded only where that was asked for.</param>
    public void End(CallEnd end, string? text = null)
    {
        if (_isEnded)
        {
            return;
        }

        _isEnded = true;
        var error = end.Outcome == AnswerOutcome.Completed ? null : ErrorType(end.StatusCode, end.ErrorType, end.Clock, end.Outcome);
        Record(end, error);
        Trace(end, error, text);
        _plan.Tell(observer => observer.OnEnded(_call, end));
    }

    private static string ErrorType(int? status, OpenRouterErrorType? type, CallClock? clock, AnswerOutcome outcome)
        => clock is { } ended ? $"timeout_{ended.ToString().ToLowerInvariant()}"
            : type?.Value ?? status?.ToString(CultureInfo.InvariantCulture) ?? outcome.ToString().ToLowerInvariant();

    private void Record(CallEnd end, string? error)
    {
        var tags = Tags();
        tags.Add("gen_ai.response.model", end.Model);
        if (end.Usage is { } usage)
        {
            RecordTokens(usage.PromptTokens, "input", tags);
            RecordTokens(usage.CompletionTokens, "output", tags);
            if (usage.Cost is { } cost)
            {
                Instruments.Cost.Record((double)cost, tags);
            }
        }

        if (end.TimeToFirstToken is { } first)
        {
            Instruments.FirstChunk.Record(first.TotalSeconds, tags);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        Instruments.Duration.Record(end.Elapsed.TotalSeconds, tags);
    }

    private static void RecordTokens(long? count, string type, TagList tags)
    {
        if (count is { } tokens)
        {
            tags.Add("gen_ai.token.type", type);
            Instruments.Tokens.Record(tokens, tags);
        }
    }

    private void Trace(CallEnd end, string? error, string? text)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag("gen_ai.response.id", end.GenerationId)
            .SetTag("gen_ai.response.model", end.Model)
            .SetTag("gen_ai.response.finish_reasons", end.FinishReason is null ? null : new[] { end.FinishReason })
            .SetTag("gen_ai.usage.input_tokens", end.Usage?.PromptTokens)
            .SetTag("gen_ai.usage.output_tokens", end.Usage?.CompletionTokens)
            .SetTag("openrouter.provider", end.Provider)
            .SetTag("openrouter.cost", (double?)end.Usage?.Cost)
            .SetTag("openrouter.attempts", end.Attempts)
            .SetTag("openrouter.outcome", end.Outcome.ToString().ToLowerInvariant())
            .SetTag("openrouter.time_to_first_chunk", end.TimeToFirstToken?.TotalSeconds)
            .SetTag("http.response.status_code", end.StatusCode)
            .SetTag("error.type", error);
        if (text is not null)
        {
            _plan.Content?.TagAnswer(_activity, text, end.FinishReason);
        }

        if (error is not null && end.Outcome != AnswerOutcome.Cancelled)
        {
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private TagList Tags() => new()
    {
        { "gen_ai.operation.name", OperationNames.Of(_call) },
        { "gen_ai.provider.name", "openrouter" },
        { "gen_ai.request.model", _call.Model },
        { "server.address", _plan.Host },
    };
}
