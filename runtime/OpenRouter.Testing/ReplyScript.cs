namespace OpenRouter.Testing;

/// <summary>The replies that were scripted for a path: each is used once, in order; then one that is used for ever, if there is one.</summary>
public sealed class ReplyScript
{
    private readonly object _gate = new();
    private readonly Queue<Func<EmulatedRequest, Reply>> _next = new();
    private Func<EmulatedRequest, Reply>? _always;

    internal ReplyScript()
    {
    }

    /// <summary>Adds replies to the requests that come next, one each.</summary>
    /// <returns>This script.</returns>
    public ReplyScript Next(params Reply[] replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        lock (_gate)
        {
            foreach (var reply in replies)
            {
                _next.Enqueue(_ => reply);
            }
        }

        return this;
    }

    /// <summary>Adds a reply that depends on the request.</summary>
    /// <returns>This script.</returns>
    public ReplyScript Next(Func<EmulatedRequest, Reply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_gate)
        {
            _next.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Sets the reply to every request after the ones that were scripted one by one.</summary>
    /// <returns>This script.</returns>
    public ReplyScript Always(Reply reply) => Always(_ => reply);

    /// <summary>Sets the reply to every request after the ones that were scripted one by one.</summary>
    /// <returns>This script.</returns>
    public ReplyScript Always(Func<EmulatedRequest, Reply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_gate)
        {
            _always = reply;
        }

        return this;
    }

    internal Reply? Take(EmulatedRequest request)
    {
        Func<EmulatedRequest, Reply>? reply;
        lock (_gate)
        {
            reply = _next.Count > 0 ? _next.Dequeue() : _always;
        }

        return reply?.Invoke(request);
    }
}
