using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Sockets.Http2;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>One client, many callers.</summary>
[Collection(Alone.Name)]
public sealed class ParallelStreamTests
{
    private const int Pieces = 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Mixes => new(
        new[] { Through.Own, Through.Handler, Through.Client }.SelectMany(static stack => new[] { "loop", "text", "collect", "relay" }, static (stack, reader) => (stack, reader)));

    [Fact]
    public async Task Streams_1000AtOnce_EachHaveTheirOwnText()
    {
        using var all = new Gate(1000);
        await using var server = Server(all);
        using var through = new Through(Through.Own, server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => ReadAsync(through.Transport, number, "collect"))).WaitAsync(TimeSpan.FromSeconds(60), Token);

        Assert.All(answers.Index(), static answer => Assert.Equal(Expected(answer.Index), answer.Item));
        Assert.Equal(1000, server.Requests.Count);
        Assert.Equal(1000, server.Connections);
    }

    [Theory]
    [MemberData(nameof(Mixes))]
    public async Task Streams_50AtOnce_EachHaveTheirOwnTextHoweverTheyAreRead(string stack, string reader)
    {
        using var all = new Gate(50);
        await using var server = Server(all);
        using var through = new Through(stack, server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => ReadAsync(through.Transport, number, reader))).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.All(answers.Index(), static answer => Assert.Equal(Expected(answer.Index), answer.Item));
    }

    [Fact]
    public async Task Http2Streams_90AtOnce_ShareAConnectionAndMixNothing()
    {
        using var all = new Gate(90);
        await using var server = new Http2Server(async (exchange, number) =>
        {
            await exchange.HeadAsync();
            for (var piece = 0; piece < Pieces; piece++)
            {
                await exchange.BodyAsync(Wire.Text($"[{number}:{piece}]"));
                await (piece == 0 ? all.ArriveAsync() : Task.CompletedTask);
            }

            await exchange.BodyAsync(Wire.Finish() + Wire.Done);
            await exchange.EndAsync();
        });
        using var through = new Through(Through.Http2, server.Address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => ReadAsync(through.Transport, 0, "collect"))).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(Enumerable.Range(0, 90).Select(Expected).Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Streams_HalfCancelled_LeaveTheOthersAlone()
    {
        using var all = new Gate(100);
        await using var server = Server(all);
        using var through = new Through(Through.Own, server.Address);
        using var source = new CancellationTokenSource();

        var running = Enumerable.Range(0, 100).Select(number => number % 2 == 0
            ? ReadAsync(through.Transport, number, "collect")
            : CancelledAsync(through.Transport, number, source)).ToList();
        var answers = await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.All(answers.Index(), static answer => Assert.Equal(answer.Index % 2 == 0 ? Expected(answer.Index) : "cancelled", answer.Item));
    }

    [Fact]
    public async Task Client_DisposedTwice_IsQuietAndSendsNothingMore()
    {
        using var all = new Gate(1);
        await using var server = Server(all);
        using var through = new Through(Through.Own, server.Address);
        Assert.Equal(Expected(0), await ReadAsync(through.Transport, 0, "collect"));

        through.Transport.Dispose();
        through.Transport.Dispose();

        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => ReadAsync(through.Transport, 1, "loop"));
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromSeconds(5), Token);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Client_DisposedOverAHandlerOfTheCaller_LeavesItsStreamsAlone()
    {
        using var all = new Gate(2);
        await using var server = Server(all);
        using var through = new Through(Through.Client, server.Address);
        var reading = ReadAsync(through.Transport, 0, "collect");

        through.Transport.Dispose();
        await all.ArriveAsync();

        Assert.Equal(Expected(0), await reading);
    }

    [Fact]
    public async Task Options_ChangedWhileRequestsRun_HaveNoEffect()
    {
        using var all = new Gate(20);
        await using var server = Server(all);
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, AppTitle = "first", AppCategories = new List<string> { "cli-agent" } };
        options.DefaultHeaders["x-a"] = "first";
        using var transport = new ApiTransport(options, server.Address);

        var reading = Enumerable.Range(0, 20).Select(number =>
        {
            options.AppTitle = $"changed {number}";
            options.ApiKey = $"sk-or-changed-{number}";
            options.BaseAddress = new Uri("https://evil.test");
            options.DefaultHeaders["x-a"] = $"changed {number}";
            options.DefaultHeaders[$"x-{number}"] = "changed";
            ((List<string>)options.AppCategories!).Add("changed");
            options.Limits = new StreamLimits { MaxEventBytes = 1 };
            return ReadAsync(transport, number, "loop");
        }).ToList();
        await Task.WhenAll(reading).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(20, server.Requests.Count);
        Assert.All(server.Requests, static request =>
        {
            Assert.DoesNotContain("changed", request, StringComparison.Ordinal);
            Assert.Contains($"Authorization: Bearer {Script.Key}\r\n", request, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Stream_BegunByManyAtOnce_IsReadByOne()
    {
        var script = Script.Streams(Wire.Text("Hi") + Wire.Finish() + Wire.Done);
        await using var stream = script.Chat();
        using var start = new Gate(8);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await start.ArriveAsync();
            return await Record.ExceptionAsync(() => stream.CollectAsync(Token));
        })));

        Assert.Single(results, static thrown => thrown is null);
        Assert.Equal(7, results.Count(static thrown => thrown is InvalidOperationException));
        Assert.Single(script.Requests);
    }

    [Fact]
    public async Task Stream_DisposedByManyAtOnce_ClosesOnce()
    {
        await using var server = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi"));
        });
        using var through = new Through(Through.Handler, server.Address);
        var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        var chunks = stream.GetAsyncEnumerator(Token);
        Assert.True(await chunks.MoveNextAsync());

        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () => await (number % 2 == 0 ? stream.DisposeAsync() : chunks.DisposeAsync()))));

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Clients_OverOneHandler_KeepTheirKeysAndLimitsApart()
    {
        using var all = new Gate(40);
        await using var server = Server(all);
        using var handler = new SocketsHttpHandler();
        var clients = Enumerable.Range(0, 4).Select(number => new ApiTransport(new OpenRouterClientOptions { ApiKey = $"sk-or-v1-client-{number}", Handler = handler, Retries = RetryOptions.None }, server.Address)).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => ReadAsync(clients[number % 4], number, "text"))).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.All(answers.Index(), static answer => Assert.Equal(Expected(answer.Index), answer.Item));
        Assert.All(server.Requests, static request =>
        {
            var number = int.Parse(request.Split("?n=")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains($"Authorization: Bearer sk-or-v1-client-{number % 4}\r\n", request, StringComparison.Ordinal);
        });
        clients.ForEach(static client => client.Dispose());
    }

    private static string Expected(int number) => string.Concat(Enumerable.Range(0, Pieces).Select(piece => $"[{number}:{piece}]"));

    /// <summary>Answers with the number that the request asks for, after all requests have come.</summary>
    private static FaultServer Server(Gate all) => new(async (peer, _) =>
    {
        await peer.HeadAsync();
        await all.ArriveAsync();
        var number = peer.Last.Split("?n=")[1].Split(' ')[0];
        for (var piece = 0; piece < Pieces; piece++)
        {
            await peer.BodyAsync(Wire.Text($"[{number}:{piece}]"));
        }

        await peer.BodyAsync(Wire.Finish() + Wire.Done);
        await peer.EndAsync();
    });

    private static ChatStream<TestChunk> Ask(ApiTransport transport, int number, CancellationToken token)
        => transport.StreamChat<TestChunk>(Script.ChatRequest().Query("n", number), token);

    private static async Task<string> ReadAsync(ApiTransport transport, int number, string reader)
    {
        var stream = Ask(transport, number, Token);
        var text = "";
        switch (reader)
        {
            case "loop":
                await foreach (var chunk in stream.WithCancellation(Token))
                {
                    text += chunk.Text;
                }

                return text;
            case "text":
                await foreach (var piece in stream.TextAsync(Token))
                {
                    text += piece;
                }

                return text;
            case "relay":
                return (await stream.RelayToAsync(new MemoryStream(), Token)).Text;
            default:
                return (await stream.CollectAsync(Token)).Text;
        }
    }

    private static async Task<string> CancelledAsync(ApiTransport transport, int number, CancellationTokenSource source)
    {
        try
        {
            await foreach (var chunk in Ask(transport, number, source.Token).WithCancellation(CancellationToken.None))
            {
                await source.CancelAsync();
            }

            return "not cancelled";
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            return "cancelled";
        }
    }

    /// <summary>Opens when all have come.</summary>
    private sealed class Gate(int count) : IDisposable
    {
        private readonly CountdownEvent _missing = new(count);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task ArriveAsync()
        {
            if (!_missing.IsSet && _missing.Signal())
            {
                _open.TrySetResult();
            }

            return _open.Task;
        }

        public void Dispose() => _missing.Dispose();
    }
}
