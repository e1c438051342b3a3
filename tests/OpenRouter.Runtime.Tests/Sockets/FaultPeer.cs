using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>One connection of a <see cref="FaultServer"/>, seen from the server.</summary>
internal sealed class FaultPeer : IDisposable
{
    private readonly Socket _socket;
    private readonly Pipe _received = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly TaskCompletionSource<long> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _listening = new();
    private readonly Task _receiving;
    private Framing _framing;

    public FaultPeer(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _receiving = ReceiveAsync();
    }

    /// <summary>When the client closed: a time stamp of <see cref="Stopwatch"/>.</summary>
    public Task<long> Closed => _closed.Task;

    /// <summary>The request that is being answered.</summary>
    public string Last { get; private set; } = "";

    /// <summary>How many bytes the client took.</summary>
    public long BytesSent { get; private set; }

    /// <summary>The head of the next request after its body was read too; null when the client closed.</summary>
    public async Task<string?> ReadRequestAsync()
    {
        while (true)
        {
            var result = await _received.Reader.ReadAsync();
            var text = Encoding.Latin1.GetString(result.Buffer);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = end < 0 ? -1 : end + 4 + ContentLength(text[..end]);
            if (length >= 0 && text.Length >= length)
            {
                _received.Reader.AdvanceTo(result.Buffer.GetPosition(length));
                return Last = text[..length];
            }

            if (result.IsCompleted)
            {
                return null;
            }

            _received.Reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Sends status and headers.</summary>
    public Task HeadAsync(Framing framing = Framing.Chunked, long length = 0, string type = "text/event-stream", string status = "200 OK", string headers = "")
    {
        _framing = framing;
        var ending = framing switch
        {
            Framing.Chunked => "Transfer-Encoding: chunked",
            Framing.Length => $"Content-Length: {length}",
            _ => "Connection: close",
        };
        return SendAsync($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}{ending}\r\n\r\n");
    }

    /// <summary>Sends a part of the body, as a chunk when there are chunks.</summary>
    public Task BodyAsync(string text)
        => SendAsync(_framing == Framing.Chunked ? $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n" : text);

    /// <summary>Ends a body of chunks.</summary>
    public Task EndAsync() => _framing == Framing.Chunked ? SendAsync("0\r\n\r\n") : Task.CompletedTask;

    /// <summary>Sends text.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = await _socket.SendAsync(bytes);
            BytesSent += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Sends what the client takes until it has taken nothing for a while or the end is reached.</summary>
    /// <returns>Whether the client stopped taking.</returns>
    public async Task<bool> SendUntilBlockedAsync(ReadOnlyMemory<byte> piece, long total)
    {
        await Task.Yield();
        for (var sent = 0L; sent < total; sent += piece.Length)
        {
            if (!_socket.Poll(TimeSpan.FromMilliseconds(400), SelectMode.SelectWrite))
            {
                return true;
            }

            await SendAsync(piece);
        }

        return false;
    }

    /// <summary>Tells the client that nothing more comes, and stays to listen.</summary>
    public void HalfClose() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Closes without a reset: .NET would make one of a receive that is under way.</summary>
    public async Task CloseAsync()
    {
        await _listening.CancelAsync();
        await _receiving;
        _socket.Close();
    }

    /// <summary>Breaks the connection.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _listening.Dispose();
    }

    private static int ContentLength(string head)
    {
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var count = await _socket.ReceiveAsync(_received.Writer.GetMemory(4096), _listening.Token);
                if (count == 0)
                {
                    break;
                }

                _received.Writer.Advance(count);
                await _received.Writer.FlushAsync();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A reset is a close too.
        }

        _closed.TrySetResult(Stopwatch.GetTimestamp());
        await _received.Writer.CompleteAsync();
    }
}
