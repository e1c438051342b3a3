using System.Text;

namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>One request and its answer over HTTP/2, seen from the server.</summary>
internal sealed class Http2Exchange(Http2Peer peer, int id, long window)
{
    private readonly TaskCompletionSource<Http2Reset> _reset = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The connection.</summary>
    public Http2Peer Peer => peer;

    /// <summary>The number of the stream.</summary>
    public int Id => id;

    /// <summary>What may still be sent.</summary>
    public Http2Window Window { get; } = new(window);

    /// <summary>How many bytes of body were sent.</summary>
    public long BytesSent { get; private set; }

    /// <summary>The end that the client made, with its code and time.</summary>
    public Task<Http2Reset> Reset => _reset.Task;

    /// <summary>Sends status 200.</summary>
    public Task HeadAsync(string type = "text/event-stream") => peer.SendAsync(Http2Frame.Headers, Http2Frame.EndHeaders, id, Http2Frame.HeaderBlock(type));

    /// <summary>Sends a part of the body within the windows.</summary>
    public Task BodyAsync(string text) => BodyAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a part of the body within the windows.</summary>
    public async Task BodyAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty && !Reset.IsCompleted)
        {
            var count = await Window.TakeAsync(Math.Min(bytes.Length, Http2Frame.MaxPayload));
            for (var left = count; left > 0 && !Reset.IsCompleted;)
            {
                var part = await peer.Window.TakeAsync(left);
                await peer.SendAsync(Http2Frame.Data, 0, id, bytes[..part]);
                bytes = bytes[part..];
                left -= part;
                BytesSent += part;
            }
        }
    }

    /// <summary>Ends the body.</summary>
    public Task EndAsync() => peer.SendAsync(Http2Frame.Data, Http2Frame.EndStream, id, default);

    /// <summary>Breaks the answer off.</summary>
    public Task BreakAsync(uint code) => peer.SendAsync(Http2Frame.Reset, 0, id, Http2Frame.Number(code));

    /// <summary>Tells that the client broke it off.</summary>
    public void OnReset(uint code, long timestamp)
    {
        _reset.TrySetResult(new Http2Reset(code, timestamp));
        Window.Open();
    }
}
