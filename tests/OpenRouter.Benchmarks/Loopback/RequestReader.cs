using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OpenRouter.Benchmarks.Loopback;

/// <summary>Reads requests from a connection; of each only the path is wanted.</summary>
internal sealed class RequestReader(Socket connection)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    /// <summary>The path of the next request, whose body is passed over; null when the connection is closed.</summary>
    public async Task<string?> NextPathAsync(CancellationToken ended)
    {
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(ended))
            {
                return null;
            }
        }

        var text = Encoding.ASCII.GetString(_buffer, 0, head);
        Drop(head + 4);
        if (text.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            await PassChunksAsync(ended);
        }
        else
        {
            await PassAsync(ContentLength(text), ended);
        }

        return text.Split(' ', 3)[1];
    }

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length:";
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(Name.Length).Trim(), CultureInfo.InvariantCulture);
    }

    private async Task PassChunksAsync(CancellationToken ended)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("0\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(ended))
            {
                return;
            }
        }

        Drop(end + 5);
    }

    private async Task PassAsync(int length, CancellationToken ended)
    {
        while (_filled < length)
        {
            if (!await FillAsync(ended))
            {
                return;
            }
        }

        Drop(length);
    }

    private async Task<bool> FillAsync(CancellationToken ended)
    {
        var count = _filled == _buffer.Length ? 0 : await connection.ReceiveAsync(_buffer.AsMemory(_filled), ended);
        _filled += count;
        return count > 0;
    }

    private void Drop(int count)
    {
        _buffer.AsSpan(count, _filled - count).CopyTo(_buffer);
        _filled -= count;
    }
}
