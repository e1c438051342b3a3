using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenRouter.Benchmarks.Native;

/// <summary>Answers every request on this machine with a stream of chat chunks, as many as the address says.</summary>
internal sealed class ChunkServer : IDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static readonly string[] Words = [" the", " a", " robot", " learned", " to", " feel", ",", " slowly", ".", "\\n"];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<int, byte[]> _bodies = [];

    public ChunkServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The address under which the answer has so many chunks.</summary>
    public string Address(int chunks)
    {
        lock (_bodies)
        {
            _bodies.TryAdd(chunks, Body(chunks));
        }

        return $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{chunks}";
    }

    public void Dispose() => _listener.Dispose();

    private static byte[] Body(int chunks)
    {
        var body = new StringBuilder(Head).Append(": OPENROUTER PROCESSING\n\n");
        for (var index = 0; index < chunks; index++)
        {
            Append(body, Words[index % Words.Length], "null", "");
        }

        Append(body, "", "\"stop\"", "");
        Append(body, "", "\"stop\"", ",\"usage\":{\"prompt_tokens\":21,\"completion_tokens\":417,\"total_tokens\":438,\"cost\":0.00123}");
        return Encoding.UTF8.GetBytes(body.Append("data: [DONE]\n\n").ToString());
    }

    private static void Append(StringBuilder body, string content, string finish, string usage) => body
        .Append("data: {\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\",\"provider\":\"OpenAI\",\"model\":\"openai/gpt-4o-mini\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"")
        .Append(content).Append("\"},\"finish_reason\":").Append(finish)
        .Append(",\"native_finish_reason\":").Append(finish).Append(",\"logprobs\":null}]").Append(usage).Append("}\n\n");

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptSocketAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                await SendAsync(socket, await ReadAsync(socket));
                socket.Shutdown(SocketShutdown.Send);
                await socket.ReceiveAsync(new byte[1]);
            }
            catch (SocketException)
            {
                // The program has what it wanted.
            }
        }
    }

    private async Task SendAsync(Socket socket, string request)
    {
        var chunks = int.Parse(request.Split('/')[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        byte[] body;
        lock (_bodies)
        {
            body = _bodies[chunks];
        }

        for (var sent = 0; sent < body.Length;)
        {
            sent += await socket.SendAsync(body.AsMemory(sent));
        }
    }

    /// <summary>The request with its body, which is read to its end so that closing resets nothing.</summary>
    private static async Task<string> ReadAsync(Socket socket)
    {
        var bytes = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            length += await socket.ReceiveAsync(bytes.AsMemory(length));
            var text = Encoding.Latin1.GetString(bytes, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && length >= end + 4 + ContentLength(text[..end]))
            {
                return text;
            }
        }
    }

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length:";
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(Name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
