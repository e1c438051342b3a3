using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>The client of a loopback server, to be answered.</summary>
internal sealed class LoopbackPeer(TcpClient client, CancellationToken token)
{
    /// <summary>The generation that all streams here belong to.</summary>
    public const string GenerationId = "gen-1700000000-loopback";

    /// <summary>A chunk of text.</summary>
    public static string Chunk(string text) => Delta($"\"content\":\"{text}\"");

    /// <summary>A chunk with other members in its delta.</summary>
    public static string Delta(string members)
    {
        var delta = $"{{\"role\":\"assistant\",{members}}}";
        return $$"""data: {"id":"{{GenerationId}}","object":"chat.completion.chunk","created":1700000000,"model":"a/b","provider":"Loopback","choices":[{"index":0,"delta":{{delta}},"finish_reason":null,"native_finish_reason":null}]}""" + "\n\n";
    }

    /// <summary>A call of a function.</summary>
    public static string Call(string id, string name, string arguments)
        => Delta($$$"""
            "tool_calls":[{"index":0,"id":"{{{id}}}","type":"function","function":{"name":"{{{name}}}","arguments":"{{{arguments.Replace("\"", "\\\"", StringComparison.Ordinal)}}}"}}]
            """);

    /// <summary>The end of a stream.</summary>
    public static string End(string reason = "stop")
    {
        var finish = $$"""{"id":"{{GenerationId}}","object":"chat.completion.chunk","created":1700000000,"model":"a/b","provider":"Loopback","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"{{reason}}","native_finish_reason":"{{reason}}"}]""";
        const string Usage = """ ,"usage":{"prompt_tokens":1234,"completion_tokens":56,"total_tokens":1290,"cost":0.00123}""";
        return $"data: {finish}}}\n\ndata: {finish}{Usage}}}\n\ndata: [DONE]\n\n";
    }

    /// <summary>Sends an answer in one piece.</summary>
    public Task AnswerAsync(string status, string body, string contentType = "application/json", string headers = "")
        => SendAsync(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}"));

    /// <summary>Begins a stream.</summary>
    public Task BeginStreamAsync()
        => SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Generation-Id: {GenerationId}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");

    /// <summary>A whole stream in one piece.</summary>
    /// <param name="events">Its events but the end.</param>
    /// <param name="reason">Why it ends.</param>
    public async Task AnswerStreamAsync(string events, string reason = "stop")
    {
        await BeginStreamAsync();
        await StreamAsync(events + End(reason));
        await EndStreamAsync();
    }

    /// <summary>Begins a stream and breaks off: the connection is closed next.</summary>
    public async Task CutStreamAsync(string events)
    {
        await BeginStreamAsync();
        await StreamAsync(events);
    }

    /// <summary>Begins a stream and waits until the client has closed the connection.</summary>
    public async Task StreamUntilClosedAsync(string events)
    {
        await CutStreamAsync(events);
        await SeeClosedAsync();
    }

    /// <summary>Goes on with a stream.</summary>
    public Task StreamAsync(string text)
        => SendAsync(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"));

    /// <summary>Ends a stream as HTTP ends it.</summary>
    public Task EndStreamAsync() => SendAsync("0\r\n\r\n");

    /// <summary>Waits until the client has closed the connection.</summary>
    public async Task SeeClosedAsync()
    {
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], token));
        }
        catch (IOException)
        {
            // Reset: that is closed as well.
        }
    }

    private async Task SendAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), token);
}
