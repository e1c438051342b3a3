using Microsoft.Extensions.Options;
using Worker.Jobs;
using Worker.Live;
using Worker.Running;
using Worker.Storage;
using Worker.Telemetry;

namespace Worker.Api;

/// <summary>What can be asked of jobs and of the queue.</summary>
internal static class JobEndpoints
{
    private const int MaxListed = 100;

    public static void MapJobs(this WebApplication app)
    {
        var jobs = app.MapGroup("/jobs");
        jobs.MapPost("", SubmitEndpoint.SubmitAsync);
        jobs.MapGet("", async (JobStore store, CancellationToken cancellationToken) => TypedResults.Ok<IReadOnlyList<JobView>>(await store.ListDeadAsync(MaxListed, cancellationToken)));
        jobs.MapGet("{id}", FindAsync);
        jobs.MapGet("{id}/events", FollowAsync);
        jobs.MapPost("{id}/requeue", RequeueAsync);
        jobs.MapDelete("{id}", CancelAsync);
        app.MapGet("/queue", (QueueStore store, CancellationToken cancellationToken) => store.ReadAsync(cancellationToken));
        app.MapPost("/queue/resume", ResumeAsync);
    }

    private static async Task<IResult> FindAsync(string id, JobStore jobs, CancellationToken cancellationToken)
        => await jobs.FindAsync(id, cancellationToken) is { } job ? TypedResults.Ok(job) : NoSuchJob(id);

    private static async Task<IResult> FollowAsync(
        string id, HttpContext context, JobStore jobs, JobFollower follower, WorkerMetrics metrics, IHostApplicationLifetime lifetime, IOptions<WorkerOptions> options, TimeProvider time)
    {
        // A host that waited for its followers to leave would never stop; they come back to another one, with the id of their last event.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        if (await jobs.FindAsync(id, either.Token) is null)
        {
            return NoSuchJob(id);
        }

        var writer = new EventWriter(context, options.Value.FollowerPatience, metrics, time);
        writer.Begin();
        try
        {
            await foreach (var step in follower.FollowAsync(id, Place.Parse(context.Request.Headers["Last-Event-ID"]), either.Token))
            {
                if (!await writer.WriteAsync(step, either.Token))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The follower left, or the host stops.
        }

        return TypedResults.Empty;
    }

    private static async Task<IResult> RequeueAsync(string id, JobStore jobs, WorkSignal signal, CancellationToken cancellationToken)
    {
        if (!await jobs.RequeueAsync(id, cancellationToken))
        {
            return SubmitEndpoint.Problem(409, "Only a job that is dead, failed or cancelled, and whose prompt was not deleted, can be tried again.");
        }

        signal.Set();
        return TypedResults.Accepted($"/jobs/{id}");
    }

    private static async Task<IResult> CancelAsync(string id, JobStore jobs, CancellationToken cancellationToken)
        => await jobs.CancelAsync(id, cancellationToken) ? TypedResults.NoContent() : SubmitEndpoint.Problem(409, "The job is over, or there is none of this id.");

    private static async Task<IResult> ResumeAsync(QueueStore queue, WorkSignal signal, CancellationToken cancellationToken)
    {
        await queue.ResumeAsync(cancellationToken);
        signal.Set();
        return TypedResults.NoContent();
    }

    private static IResult NoSuchJob(string id) => SubmitEndpoint.Problem(404, $"There is no job {id}.");
}
