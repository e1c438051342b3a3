using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>One connection of a <see cref="Http2Server"/>.</summary>
internal sealed class Http2Peer(Socket socket, Action<Http2Exchange> begin) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, Http2Exchange> _exchanges = new();
    private long _streamWindow = Http2Frame.InitialWindow;

    /// <summary>What may still be sent over the whole connection.</summary>
    public Http2Window Window { get; } = new(Http2Frame.InitialWindow);

    /// <summary>Reads frames until the client closes.</summary>
    public async Task RunAsync()
    {
        var preface = new byte[Http2Frame.Preface.Length];
        await _stream.ReadExactlyAsync(preface);
        Assert.True(Http2Frame.Preface.SequenceEqual(preface));
        await SendAsync(Http2Frame.Settings, 0, 0, default);
        var header = new byte[Http2Frame.HeaderSize];
        while (true)
        {
            await _stream.ReadExactlyAsync(header);
            var payload = new byte[(header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(1))];
            await _stream.ReadExactlyAsync(payload);
            await AcceptAsync(header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), payload);
        }
    }

    /// <summary>Sends a frame.</summary>
    public async Task SendAsync(byte type, byte flags, int stream, ReadOnlyMemory<byte> payload)
    {
        await _sending.WaitAsync();
        try
        {
            await _stream.WriteAsync(Http2Frame.Make(type, flags, stream, payload.Span));
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Tells that no stream after <paramref name="last"/> is served.</summary>
    public Task GoAwayAsync(int last, uint code) => SendAsync(Http2Frame.GoAway, 0, 0, (byte[])[.. Http2Frame.Number((uint)last), .. Http2Frame.Number(code)]);

    /// <summary>Breaks the connection.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose()
    {
        _stream.Dispose();
        Window.Open();
        foreach (var exchange in _exchanges.Values)
        {
            exchange.Window.Open();
        }
    }

    private async Task AcceptAsync(byte type, byte flags, int stream, byte[] payload)
    {
        switch (type)
        {
            case Http2Frame.Settings when (flags & Http2Frame.Ack) == 0:
                ReadSettings(payload);
                await SendAsync(Http2Frame.Settings, Http2Frame.Ack, 0, default);
                break;
            case Http2Frame.Ping when (flags & Http2Frame.Ack) == 0:
                await SendAsync(Http2Frame.Ping, Http2Frame.Ack, 0, payload);
                break;
            case Http2Frame.WindowUpdate:
                (stream == 0 ? Window : _exchanges[stream].Window).Add(BinaryPrimitives.ReadUInt32BigEndian(payload));
                break;
            case Http2Frame.Reset:
                _exchanges[stream].OnReset(BinaryPrimitives.ReadUInt32BigEndian(payload), Stopwatch.GetTimestamp());
                break;
            case Http2Frame.Headers:
                _exchanges[stream] = new Http2Exchange(this, stream, _streamWindow);
                break;
        }

        if (type is Http2Frame.Headers or Http2Frame.Data && (flags & Http2Frame.EndStream) != 0)
        {
            begin(_exchanges[stream]);
        }
    }

    private void ReadSettings(ReadOnlySpan<byte> payload)
    {
        const int initialWindow = 4;
        for (; payload.Length >= 6; payload = payload[6..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(payload) == initialWindow)
            {
                _streamWindow = BinaryPrimitives.ReadUInt32BigEndian(payload[2..]);
            }
        }
    }
}
