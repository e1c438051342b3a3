using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Worker.Jobs;
using Worker.Storage;

namespace Worker.Live;

/// <summary>
/// Follows a job to its end, wherever it runs: from the text in memory when that is here, else from what is saved. A place within a text means the same in both, so a
/// follower that comes back misses nothing and hears nothing twice.
/// </summary>
internal sealed class JobFollower(JobStore jobs, SegmentStore segments, LiveTexts texts, IOptions<WorkerOptions> options, TimeProvider time)
{
    /// <summary>One event is not larger: a browser gets a long text in pieces that it can show.</summary>
    private const int MaxChars = 16 * 1024;

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<LiveEvent> FollowAsync(string jobId, Place from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = from;
        while (true)
        {
            if (texts.Find(jobId) is { } text)
            {
                await foreach (var step in FollowHereAsync(text, place, cancellationToken))
                {
                    place = step.Place;
                    yield return step;
                }
            }

            // The state first: when it says that the job is over, the text that is read afterwards is whole.
            var job = await jobs.FindAsync(jobId, cancellationToken);
            if (job is null)
            {
                yield break;
            }

            foreach (var step in await CatchUpAsync(job, place, cancellationToken))
            {
                place = step.Place;
                yield return step;
            }

            if (JobState.IsOver(job.State))
            {
                yield return new LiveEvent.End(place, job);
                yield break;
            }

            yield return new LiveEvent.Nothing(place);
            await Task.Delay(options.Value.FollowEvery, time, cancellationToken);
        }
    }

    private async IAsyncEnumerable<LiveEvent> FollowHereAsync(LiveText text, Place place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (place.Fence > text.Fence)
        {
            // An attempt that lost its lease still runs here, and the follower knows more than it does.
            yield break;
        }

        while (true)
        {
            var (piece, isOver, changed) = text.Read(place.Fence == text.Fence ? place.Offset : 0, MaxChars);
            if (piece.Length > 0)
            {
                if (place.Fence != text.Fence)
                {
                    var isFirst = place.Fence == 0;
                    place = new Place(text.Fence, 0);
                    if (!isFirst)
                    {
                        yield return new LiveEvent.Restart(place);
                    }
                }

                place = place with { Offset = place.Offset + piece.Length };
                yield return new LiveEvent.Text(place, piece);
            }
            else if (isOver)
            {
                yield break;
            }
            else if (await Task.WhenAny(changed, Task.Delay(KeepAlive, time, cancellationToken)) != changed)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new LiveEvent.Nothing(place);
            }
        }
    }

    /// <summary>What the database has beyond a place.</summary>
    private async Task<List<LiveEvent>> CatchUpAsync(JobView job, Place place, CancellationToken cancellationToken)
    {
        List<Segment> saved = job.State == JobState.Done
            ? [new Segment(job.Fence, 0, job.Answer ?? "")]
            : await segments.ReadAsync(job.Id, place.Fence, place.Offset, cancellationToken);
        var steps = new List<LiveEvent>();
        foreach (var segment in saved.Where(segment => segment.Text.Length > 0 && segment.Fence >= place.Fence))
        {
            if (segment.Fence != place.Fence)
            {
                if (place.Fence != 0)
                {
                    steps.Add(new LiveEvent.Restart(new Place(segment.Fence, 0)));
                }

                place = new Place(segment.Fence, 0);
            }

            for (var start = Math.Max(place.Offset, segment.Start); start < segment.End;)
            {
                var piece = Cut(segment.Text, start - segment.Start);
                start += piece.Length;
                place = place with { Offset = start };
                steps.Add(new LiveEvent.Text(place, piece));
            }
        }

        return steps;
    }

    private static string Cut(string text, int start)
    {
        var count = Math.Min(MaxChars, text.Length - start);
        return start + count < text.Length && char.IsHighSurrogate(text[start + count - 1]) ? text.Substring(start, count - 1) : text.Substring(start, count);
    }
}
