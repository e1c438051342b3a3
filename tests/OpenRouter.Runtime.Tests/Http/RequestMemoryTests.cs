using System.Net;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>The memory of a request comes from a pool and goes back once, however the call ends and whoever is still sending it.</summary>
public sealed class RequestMemoryTests
{
    private const string Good = """{"id":"gen-1","choices":[]}""";

    private readonly CountingPool _pool = new();
    private readonly Note _note = new(new string('x', 3_000_000) + "é\"");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, 1)]
    [InlineData(400, 1)]
    [InlineData(503, 3)]
    public async Task Answer_OfAnyStatus_EndsTheRent(int status, int attempts)
    {
        var service = Attempts.Of(Attempts.Json(status, Good));
        using var transport = Transport(service.Script, service.With());

        await Record.ExceptionAsync(() => transport.SendAsync<Raw>(Request(), Token));

        Assert.Equal((attempts, 0), (service.Count, _pool.Out));
        Assert.All(service.Script.Bodies, body => Assert.Equal(_note.Json, body));
        Assert.InRange(_pool.Count, attempts, attempts * 10);
    }

    [Fact]
    public async Task Connection_ThatFails_EndsTheRent()
    {
        var service = Attempts.Of(Attempts.Throws(new HttpRequestException("no")));
        using var transport = Transport(service.Script, service.With());

        await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Request(), Token));

        Assert.Equal((3, 0), (service.Count, _pool.Out));
    }

    [Fact]
    public async Task Caller_WhoCancelsWhileItIsSent_EndsTheRent()
    {
        using var stop = new CancellationTokenSource();
        using var transport = Transport(new Handler(async (request, token) =>
        {
            var sending = request.Content!.CopyToAsync(new Pipe(async (_, ending) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, ending);
            }), token);
            await sending;
            throw new InvalidOperationException("It was sent.");
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync<Raw>(Request(), stop.Token));

        Assert.Equal(0, _pool.Out);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_ThatIsBeingRead_KeepsOnlyItsBuffer(bool breaks)
    {
        var service = breaks ? Attempts.Of(Attempts.Breaks(Wire.Text("Hi"))) : Attempts.Of(Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        using var transport = Transport(service.Script, service.With());
        var kept = new List<int>();

        await Record.ExceptionAsync(async () =>
        {
            await foreach (var chunk in transport.StreamChat<TestChunk>(Request(), Token))
            {
                kept.Add(_pool.Out);
            }
        });

        Assert.NotEmpty(kept);
        Assert.All(kept, static count => Assert.InRange(count, 0, 1));
        Assert.Equal(0, _pool.Out);
        Assert.All(service.Script.Bodies, body => Assert.Equal(_note.Json, body));
    }

    [Fact]
    public async Task Model_ThatCannotBeWritten_EndsTheRent()
    {
        using var transport = Transport(new Handler(static (_, _) => Task.FromResult(new HttpResponseMessage())));
        var broken = new JsonBody(static writer =>
        {
            writer.WriteStringValue(new string('x', 100_000));
            throw new NotSupportedException("no");
        });

        await Assert.ThrowsAsync<NotSupportedException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "x") { Body = broken }, Token));
        await Assert.ThrowsAsync<FormatException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "x") { Body = _note, ContentType = "?" }, Token));

        Assert.Equal(0, _pool.Out);
    }

    [Fact]
    public async Task Answer_BeforeTheRequestIsSent_LeavesTheRestOfItWhole()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var sent = new MemoryStream();
        Task? sending = null;
        using var transport = Transport(new Handler((request, _) =>
        {
            sending = request.Content!.CopyToAsync(new Pipe(async (bytes, _) =>
            {
                await go.Task;
                await sent.WriteAsync(bytes, Token);
            }), Token);
            return Task.FromResult(Script.Response(HttpStatusCode.OK, new MemoryStream(Encoding.UTF8.GetBytes(Good)), "application/json"));
        }));

        await transport.SendAsync<Raw>(Request(), Token);
        Assert.NotEqual(0, _pool.Out);
        go.SetResult();
        await sending!;

        Assert.Equal(0, _pool.Out);
        Assert.Equal(_note.Json, Encoding.UTF8.GetString(sent.ToArray()));
    }

    [Fact]
    public async Task Content_SentAgainByTheHandlerAndAfterTheCall_IsTheSame()
    {
        HttpContent? content = null;
        var sent = new List<string>();
        using var transport = Transport(new Handler(async (request, token) =>
        {
            content = request.Content!;
            sent.Add(await SendAsync(content, token));
            sent.Add(await SendAsync(content, token));
            return Script.Response(HttpStatusCode.OK, new MemoryStream(Encoding.UTF8.GetBytes(Good)), "application/json");
        }));

        await transport.SendAsync<Raw>(Request(), Token);
        Assert.Equal(0, _pool.Out);
        sent.Add(await SendAsync(content!, Token));
        using var kept = new MemoryStream();
        content!.CopyTo(kept, null, Token);
        sent.Add(Encoding.UTF8.GetString(kept.ToArray()));

        Assert.Equal(Enumerable.Repeat(_note.Json, 4), sent);
        Assert.Equal((0, kept.Length), (_pool.Out, content.Headers.ContentLength));
        content.Dispose();
        Assert.Equal(0, _pool.Out);
    }

    [Fact]
    public async Task Content_OfALargeModel_IsSentFromWhereItWasWritten()
    {
        var content = new ModelContent(_note, new("application/json"), _pool);
        long sent = 0;

        await content.CopyToAsync(
            new Pipe((bytes, _) =>
            {
                Assert.True(_pool.Owns(bytes));
                sent += bytes.Length;
                return Task.CompletedTask;
            }),
            Token);
        content.Release();
        content.Release();

        // A buffer that grows by copying would have rented twice as much.
        Assert.Equal(content.Headers.ContentLength, sent);
        Assert.InRange(_pool.Size, sent, sent + (1024 * 1024));
        Assert.Equal(0, _pool.Out);
    }

    [Fact]
    public async Task Sockets_RetriedCall_SendTheWholeRequestEachTime()
    {
        var note = new Note(new string('x', 100_000) + "\"");
        var timeouts = new CallTimeouts { Connect = null, Headers = null, UnstreamedHeaders = null, Idle = null };
        await using var server = new FaultServer(static async (peer, number) =>
        {
            await peer.HeadAsync(Framing.Length, Good.Length, "application/json", number == 0 ? "503 Busy" : "200 OK");
            await peer.SendAsync(Good);
        });
        using var through = new Through(Through.Own, server.Address, options => (options.Pool, options.TimeProvider, options.Retries, options.Timeouts) = (_pool, new SkippingTime(), new RetryOptions(), timeouts));

        await through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "x") { Body = note }, Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request =>
        {
            Assert.EndsWith("\r\n\r\n" + note.Json, request, StringComparison.Ordinal);
            Assert.Contains($"Content-Length: {note.Json.Length}\r\n", request, StringComparison.Ordinal);
        });
        Assert.Equal(0, _pool.Out);
    }

    private static async Task<string> SendAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, cancellationToken);
        return Encoding.UTF8.GetString(sent.ToArray());
    }

    private ApiRequest Request() => new(HttpMethod.Post, "chat/completions") { Operation = "chat", Body = _note };

    private ApiTransport Transport(HttpMessageHandler handler, Action<OpenRouterClientOptions>? configure = null)
    {
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, Handler = handler, Retries = RetryOptions.None, Pool = _pool };
        configure?.Invoke(options);
        return new ApiTransport(options, Script.Address);
    }

    private sealed record Note(string Text) : IJsonWritable
    {
        public string Json => "{\"text\":\"" + Text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"}";

        public void WriteTo(JsonWriter writer)
        {
            JsonWrite.Start(writer);
            JsonWrite.Member(writer, "text"u8, Text);
            JsonWrite.End(writer);
        }
    }

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }

    /// <summary>Where a request is sent to.</summary>
    private sealed class Pipe(Func<ReadOnlyMemory<byte>, CancellationToken, Task> write) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => new(write(buffer, cancellationToken));

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => write(buffer.AsMemory(offset, count), cancellationToken);
    }
}
