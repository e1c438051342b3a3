using System.Collections.Concurrent;
using Worker.Jobs;

namespace Worker.Live;

/// <summary>The texts of the jobs that run in this process.</summary>
internal sealed class LiveTexts
{
    private readonly ConcurrentDictionary<string, LiveText> _texts = new(StringComparer.Ordinal);

    public LiveText Begin(Lease lease) => _texts[lease.JobId] = new LiveText(lease.Fence);

    public LiveText? Find(string jobId) => _texts.GetValueOrDefault(jobId);

    public void End(Lease lease, LiveText text)
    {
        // Only this very text: a later attempt of the same job may have begun here.
        _texts.TryRemove(new KeyValuePair<string, LiveText>(lease.JobId, text));
        text.End();
    }
}
