using BlazorChat.Hosting;
using Microsoft.Extensions.Options;

namespace BlazorChat.Answers;

/// <summary>Counts the answers that each user has running, over all tabs. It knows one server: behind several, keep the counts where all see them.</summary>
internal sealed class StreamLimiter(IOptions<ChatSettings> settings)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _running = new(StringComparer.Ordinal);

    /// <summary>The most answers that one user may have running.</summary>
    public int Most => settings.Value.MaxStreamsPerUser;

    /// <summary>Takes a place; null when the user has none left. Disposing gives it back.</summary>
    public IDisposable? TryEnter(string user)
    {
        lock (_gate)
        {
            var running = _running.GetValueOrDefault(user);
            if (running >= Most)
            {
                return null;
            }

            _running[user] = running + 1;
            return new Place(this, user);
        }
    }

    private void Leave(string user)
    {
        lock (_gate)
        {
            // Users who have nothing running are not remembered.
            if (--_running[user] == 0)
            {
                _running.Remove(user);
            }
        }
    }

    private sealed class Place(StreamLimiter limiter, string user) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                limiter.Leave(user);
            }
        }
    }
}
