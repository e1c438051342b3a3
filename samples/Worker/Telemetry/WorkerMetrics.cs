using System.Diagnostics;
using System.Diagnostics.Metrics;
using Worker.Jobs;

namespace Worker.Telemetry;

/// <summary>
/// Metrics and traces of the worker, of the name <c>OpenRouter.Samples.Worker</c>; those of the calls come from the client, of the name <c>OpenRouter</c>. No text of a prompt
/// or an answer is in them, nor a message of an exception, since services quote prompts in errors.
/// </summary>
internal sealed class WorkerMetrics : IDisposable
{
    public const string Name = "OpenRouter.Samples.Worker";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _jobs;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _dropped;
    private readonly Histogram<double> _waits;
    private readonly Histogram<double> _durations;

    public WorkerMetrics(IMeterFactory meters, QueueWatch watch)
    {
        _meter = meters.Create(Name);
        _attempts = _meter.CreateCounter<long>("worker.attempts", "{attempt}", "Attempts that ended, by outcome and code.");
        _jobs = _meter.CreateCounter<long>("worker.jobs", "{job}", "Jobs that are over, by state.");
        _tokens = _meter.CreateCounter<long>("worker.tokens", "{token}", "Tokens, by kind.");
        _cost = _meter.CreateCounter<double>("worker.cost", "{dollar}", "What attempts cost.");
        _dropped = _meter.CreateCounter<long>("worker.followers.dropped", "{follower}", "Followers that were too slow.");
        _waits = _meter.CreateHistogram<double>("worker.queue.wait", "s", "The time from being due to being claimed.");
        _durations = _meter.CreateHistogram<double>("worker.attempt.duration", "s", "The time from claim to end.");
        _meter.CreateObservableGauge("worker.queue.age", () => watch.Last?.Age.TotalSeconds ?? 0, "s", "For how long the oldest due job has waited.");
        _meter.CreateObservableGauge("worker.queue.queued", () => watch.Last?.Queued ?? 0, "{job}", "Jobs that wait.");
        _meter.CreateObservableGauge("worker.queue.leased", () => watch.Last?.Leased ?? 0, "{job}", "Jobs that run, in all processes.");
        _meter.CreateObservableGauge("worker.queue.dead", () => watch.Last?.Dead ?? 0, "{job}", "Jobs that somebody has to look at.");
        _meter.CreateObservableGauge("worker.queue.paused", () => watch.Last?.PausedFor is null ? 0 : 1, null, "1 while the queue rests.");
    }

    /// <summary>Begins the span of an attempt. It is linked to the request that brought the job and not its child: that one is over long since.</summary>
    public Activity? Begin(ClaimedJob job)
    {
        _waits.Record(job.Waited.TotalSeconds);
        ActivityLink[] links = ActivityContext.TryParse(job.TraceParent, null, isRemote: true, out var context) ? [new ActivityLink(context)] : [];
        var span = _source.StartActivity("run job", ActivityKind.Consumer, parentContext: default, links: links);
        span?.SetTag("worker.job.id", job.Lease.JobId).SetTag("worker.job.attempt", job.Attempt).SetTag("worker.queue.wait", job.Waited.TotalSeconds);
        return span;
    }

    /// <summary>Counts an attempt that has ended.</summary>
    public void Ended(ClaimedJob job, JobEnd end, string outcome, TimeSpan elapsed, Activity? span)
    {
        var code = end.ErrorCode ?? end.FinishReason ?? "none";
        _attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("code", code));
        if (outcome != AttemptOutcome.Lost && JobState.IsOver(end.State))
        {
            _jobs.Add(1, new KeyValuePair<string, object?>("state", end.State));
        }

        Used(end.PromptTokens, end.CompletionTokens, end.Cost);
        _durations.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        span?.SetTag("worker.outcome", outcome).SetTag("worker.code", code).SetTag("gen_ai.response.id", end.GenerationId);
        span?.SetStatus(outcome == AttemptOutcome.Completed ? ActivityStatusCode.Ok : ActivityStatusCode.Error, code);
    }

    /// <summary>Counts tokens and costs, also those that became known later.</summary>
    public void Used(long? promptTokens, long? completionTokens, decimal? cost)
    {
        _tokens.Add(promptTokens ?? 0, new KeyValuePair<string, object?>("kind", "prompt"));
        _tokens.Add(completionTokens ?? 0, new KeyValuePair<string, object?>("kind", "completion"));
        _cost.Add((double)(cost ?? 0));
    }

    public void FollowerDropped() => _dropped.Add(1);

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }
}
