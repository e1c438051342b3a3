using OpenRouter.Api;
using OpenRouter.Core;
using OpenRouter.Models;

namespace OpenRouter.Videos;

/// <summary>Waits for jobs that make videos.</summary>
public static class VideoJobs
{
    /// <summary>The time between two looks at a job that the service recommends.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Asks for a job until it has ended: completed, failed, cancelled or expired. The job is asked for by its id: addresses that
    /// stand in an answer are not followed, since the key would be sent to whoever they lead to. Download the video with
    /// <see cref="IVideosApi"/>.
    /// </summary>
    /// <param name="videos">The group of operations.</param>
    /// <param name="job">The job, as <c>POST /videos</c> answered.</param>
    /// <param name="interval">The time between two looks; 30 seconds when null.</param>
    /// <param name="time">The clock; that of the system when null.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The job in its last state. A job that failed is returned, not thrown: its status and error say so.</returns>
    /// <exception cref="OpenRouterException">The service could not be asked.</exception>
    public static async Task<VideoGenerationResponse> WaitAsync(
        this IVideosApi videos, VideoGenerationResponse job, TimeSpan? interval = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(job);
        var wait = interval ?? DefaultInterval;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(interval));
        while (!HasEnded(job))
        {
            await Task.Delay(wait, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
            job = await videos.GetVideoAsync(job.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return job;
    }

    /// <summary>Whether a job is in one of its last states. A state that is new here is not taken for one.</summary>
    public static bool HasEnded(VideoGenerationResponse job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Status.Value is "completed" or "failed" or "cancelled" or "expired";
    }
}
