using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>What a hostile service can make the client allocate, over a socket.</summary>
[Collection(Alone.Name)]
public sealed class MemoryCeilingTests
{
    private const int Mega = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data: ", "x", 254, 32, 140)]
    [InlineData("data: ", "x", 254, 1, 6)]
    [InlineData("event: ", "x", 254, 1, 6)]
    [InlineData("id: ", "x", 254, 1, 6)]
    [InlineData("", "data: x\n", 64, 1, 6)]
    [InlineData("", "data:\n", 64, 1, 6)]
    [InlineData("", "event: x\nid: y\n", 64, 1, 40)]
    [InlineData("", "data\r", 64, 1, 6)]
    public async Task Event_WithoutEnd_IsATypedErrorAndIsNotRead(string start, string piece, int megabytes, int limit, int ceiling)
    {
        await using var server = Server("text/event-stream", start, piece, megabytes);
        using var through = new Through(Through.Own, server.Address, options => options.Limits = new StreamLimits { MaxEventBytes = limit * Mega });
        Exception? thrown = null;

        await AllocatesAsync($"{megabytes} MB of '{start}{piece.Trim()}', limit {limit} MiB", ceiling, async () => thrown = await Record.ExceptionAsync(() => CollectAsync(through)));

        Assert.IsType<OpenRouterException>(thrown);
        Assert.Contains("larger than", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, (limit + 12) * Mega);
    }

    [Theory]
    [InlineData(": OPENROUTER PROCESSING\n\n", "")]
    [InlineData(":\n", "")]
    [InlineData(": one comment that does not end ", "\n\n")]
    [InlineData("x-unknown: 1\n", "\n")]
    [InlineData("one line that is no field ", "\n\n")]
    [InlineData("retry: 1\r\n\r\n", "")]
    [InlineData("\n", "")]
    [InlineData("data: \n\n", "")]
    public async Task Noise_WithoutEnd_IsPassedOverAndNotKept(string piece, string end)
    {
        var (before, most) = (0L, 0L);
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Close);
            for (var count = 0; count < 4; count++)
            {
                await RepeatAsync(peer, piece, 2);

                // Garbage does not count: what is collected was not kept.
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            await peer.SendAsync(end + Wire.Text("Hi") + Wire.Finish() + Wire.Done);
            await peer.CloseAsync();
        });
        using var through = new Through(Through.Own, server.Address, options => options.Limits = new StreamLimits { MaxEventBytes = Mega });
        before = GC.GetTotalMemory(forceFullCollection: true);

        var answer = await CollectAsync(through);

        TestContext.Current.SendDiagnosticMessage("{0:N1} MB kept at most: 8 MB of '{1}'", most / (double)Mega, piece.Trim());
        Assert.Equal("Hi", answer.Text);
        Assert.InRange(most, long.MinValue, Mega);
    }

    [Theory]
    [InlineData("500 Internal Server Error", "text/html")]
    [InlineData("429 Too Many Requests", "application/json")]
    [InlineData("307 Temporary Redirect", "text/plain")]
    public async Task ErrorBody_Of100Megabytes_IsReadTo64KiB(string status, string type)
    {
        await using var server = Server(type, "{\"error\":{\"message\":\"why\"},\"rest\":\"", "x", 100, status: status);
        using var through = new Through(Through.Own, server.Address);
        Exception? thrown = null;

        await AllocatesAsync($"100 MB under {status}", 2, async () => thrown = await Record.ExceptionAsync(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token)));

        var failure = Assert.IsType<OpenRouterException>(thrown);
        Assert.InRange(failure.ResponseBody!.Length, 1, 8193);
        Assert.Contains("why", failure.Message, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, 12 * Mega);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html; charset=utf-8")]
    public async Task Body_OfAnotherTypeWhereAStreamIsExpected_IsReadTo64KiB(string type)
    {
        await using var server = Server(type, "<p>", "x", 100);
        using var through = new Through(Through.Own, server.Address);
        Exception? thrown = null;

        await AllocatesAsync($"100 MB of {type} for a stream", 2, async () => thrown = await Record.ExceptionAsync(() => CollectAsync(through)));

        Assert.IsType<OpenRouterException>(thrown);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, 12 * Mega);
    }

    [Theory]
    [InlineData("{\"a\":\"", "x")]
    [InlineData("", "\n         \n")]
    [InlineData("", "[")]
    public async Task Json_WithoutEnd_IsReadToTheLimit(string start, string piece)
    {
        await using var server = Server("application/json", start, piece, 200);
        using var through = new Through(Through.Own, server.Address, options => options.Limits = new StreamLimits { MaxBodyBytes = 8 * Mega });
        Exception? thrown = null;

        await AllocatesAsync($"200 MB of JSON '{start}{piece.Trim()}', limit 8 MiB", 20, async () => thrown = await Record.ExceptionAsync(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token)));

        Assert.Contains("MaxBodyBytes", Assert.IsType<OpenRouterException>(thrown).Message, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, 20 * Mega);
    }

    [Fact]
    public async Task Lines_WithoutEnd_AreReadToTheLimit()
    {
        await using var server = Server("application/x-ndjson", "{\"a\":\"", "x", 200);
        using var through = new Through(Through.Own, server.Address, options => options.Limits = new StreamLimits { MaxEventBytes = Mega });
        Exception? thrown = null;

        await AllocatesAsync("200 MB of one line of JSON, limit 1 MiB", 6, async () => thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var line in through.Transport.StreamLines<Raw>(new ApiRequest(HttpMethod.Get, "x"), Raw.ReadFrom, Token))
            {
                Assert.NotNull(line);
            }
        }));

        Assert.Contains("MaxEventBytes", Assert.IsType<OpenRouterException>(thrown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_LargerThanAllowed_IsATypedErrorWithWhatFits()
    {
        await using var server = Server("text/event-stream", "", Wire.Text(new string('x', 5000)), 100);
        using var through = new Through(Through.Own, server.Address, options => options.Limits = new StreamLimits { MaxAnswerChars = Mega });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => CollectAsync(through));

        Assert.Contains("MaxAnswerChars", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(thrown.Partial!.Text.Length, 1, Mega + 5000);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, 20 * Mega);
    }

    [Fact]
    public async Task Events_AMillionTinyOnes_LeaveTheMemoryFlat()
    {
        await using var server = Server("text/event-stream", "", "data: {\"type\":\"x\"}\n\n", 20, "data: {\"type\":\"completed\"}\n\n");
        using var through = new Through(Through.Own, server.Address);
        var (count, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await foreach (var item in through.Transport.StreamEvents<EventItem>(new ApiRequest(HttpMethod.Post, "responses"), Token).WithCancellation(Token))
        {
            if (++count % 100_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0:N0} tiny events: memory grew by at most {1:N0}", count, most);
        Assert.InRange(count, 1_000_000, 1_100_000);
        Assert.InRange(most, long.MinValue, 2 * Mega);
    }

    [Theory]
    [InlineData("""{"content":"Hi","tool_calls":[{"index":2000000000,"id":"c","function":{"name":"f","arguments":"{}"}}]}""", 0)]
    [InlineData("""{"content":"Hi"}""", 2_000_000_000)]
    public async Task Index_FarAway_SizesNothing(string delta, long index)
    {
        await using var server = Server("text/event-stream", Wire.Choice(delta, "\"stop\"", index: index), Wire.Done, 0);
        using var through = new Through(Through.Own, server.Address);

        await AllocatesAsync($"index of two thousand million, choice {index}", 2, async () => await CollectAsync(through));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Filler: ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("HTTP/1.1 200 ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-Trailer: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n")]
    public async Task Headers_WithoutEnd_AreAnError(string start, string piece)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.SendAsync(start);
            await RepeatAsync(peer, piece, 50);
        });
        using var through = new Through(Through.Own, server.Address);
        Exception? thrown = null;

        await AllocatesAsync($"50 MB of headers after '{start.Split('\r')[0]}'", 4, async () => thrown = await Record.ExceptionAsync(() => CollectAsync(through)));

        Assert.IsType<OpenRouterException>(thrown, exactMatch: false);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, 0, 12 * Mega);
    }

    private static Task<ChatAnswer> CollectAsync(Through through)
        => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token);

    private static FaultServer Server(string type, string start, string piece, int megabytes, string end = "", string status = "200 OK") => new(async (peer, _) =>
    {
        await peer.HeadAsync(Framing.Close, type: type, status: status);
        await peer.SendAsync(start);
        await RepeatAsync(peer, piece, megabytes);
        await peer.SendAsync(megabytes == 0 ? piece : end);
        await peer.CloseAsync();
    });

    private static async Task RepeatAsync(FaultPeer peer, string piece, int megabytes)
    {
        var bytes = Wire.Bytes(string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length)));
        for (var sent = 0L; sent < (long)megabytes * Mega; sent += bytes.Length)
        {
            await peer.SendAsync(bytes);
        }
    }

    /// <summary>Runs once to warm up pools of nothing but code, then measures all that the process allocates.</summary>
    private static async Task AllocatesAsync(string what, int megabytes, Func<Task> run)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await run();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.SendDiagnosticMessage("{0:N1} MB allocated: {1}", allocated / (double)Mega, what);
        Assert.InRange(allocated, 0, (long)megabytes * Mega);
    }
}
