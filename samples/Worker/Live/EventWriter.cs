using System.Text.Json;
using Worker.Telemetry;

namespace Worker.Live;

/// <summary>Writes events to a follower. One that does not accept them in time is dropped; it can come back with the id of its last event.</summary>
internal sealed class EventWriter(HttpContext context, TimeSpan patience, WorkerMetrics metrics, TimeProvider time)
{
    public void Begin()
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        // nginx would hold events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <returns>False when the follower is gone.</returns>
    public async Task<bool> WriteAsync(LiveEvent step, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await context.Response.WriteAsync(Frame(step), either.Token);
            await context.Response.Body.FlushAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            metrics.FollowerDropped();
            context.Abort();
            return false;
        }
    }

    private static string Frame(LiveEvent step) => step switch
    {
        LiveEvent.Text text => Frame("text", step.Place, JsonSerializer.Serialize(new TextData(text.Value), WorkerJson.Default.TextData)),
        LiveEvent.Restart => Frame("restart", step.Place, JsonSerializer.Serialize(new RestartData(step.Place.Fence), WorkerJson.Default.RestartData)),
        // The text is there already.
        LiveEvent.End end => Frame("end", step.Place, JsonSerializer.Serialize(end.Job with { Answer = null, Partial = null }, WorkerJson.Default.JobView)),
        _ => ": nothing new\n\n",
    };

    private static string Frame(string name, Place place, string data) => $"id: {place}\nevent: {name}\ndata: {data}\n\n";
}
