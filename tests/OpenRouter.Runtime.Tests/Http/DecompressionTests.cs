using System.IO.Compression;
using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>Nothing compressed is asked for; where the handler of a caller asks, ceilings hold after decompression.</summary>
[Collection(Alone.Name)]
public sealed class DecompressionTests
{
    private const int Mega = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Stream_CompressedUnasked_IsNoSuccess(string encoding)
    {
        await using var server = Server("200 OK", "text/event-stream", encoding, Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        using var through = new Through(Through.Own, server.Address);

        var thrown = await Assert.ThrowsAnyAsync<OpenRouterException>(() => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token));

        Assert.DoesNotContain(thrown.Message, char.IsControl);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Json_CompressedUnasked_IsATypedError(string encoding)
    {
        await using var server = Server("200 OK", "application/json", encoding, "{\"a\":1}"u8.ToArray());
        using var through = new Through(Through.Own, server.Address);

        await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));
    }

    [Fact]
    public async Task ErrorBody_GzipUnasked_SaysSoAndKeepsNoneOfIt()
    {
        await using var server = Server("502 Bad Gateway", "application/json", "gzip", Wire.Bytes($$$"""{"error":{"message":"{{{Script.Key}}}"}}"""));
        using var through = new Through(Through.Own, server.Address);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Equal(502, thrown.StatusCode);
        Assert.Contains("compressed", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("(compressed, which was not asked for)", thrown.ResponseBody);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Stream_CompressedForAHandlerThatAsks_IsWhole(string encoding)
    {
        await using var server = Server("200 OK", "text/event-stream", encoding, Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        using var through = Asking(server.Address);

        Assert.Equal("Hi", (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);
        Assert.Contains("Accept-Encoding:", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Stream_CompressedAndCut_IsAnInterruption(string encoding)
    {
        var body = Wire.Bytes(Wire.Text(new string('x', 5000)) + string.Concat(Enumerable.Range(0, 2000).Select(static number => Wire.Text($"{number * 7919}"))));
        await using var server = Server("200 OK", "text/event-stream", encoding, body, part: 0.7);
        using var through = Asking(server.Address);

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token));

        Assert.Equal(AnswerOutcome.Interrupted, thrown.Partial!.Outcome);
        Assert.NotEmpty(thrown.Partial.Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Body_ThatIsNotWhatItsEncodingSays_IsATypedError(string encoding)
    {
        await using var server = new FaultServer(async (peer, number) =>
        {
            await peer.HeadAsync(Framing.Close, type: number == 0 ? "text/event-stream" : "application/json", headers: $"Content-Encoding: {encoding}\r\n", status: number == 2 ? "500 No" : "200 OK");
            await peer.BodyAsync("\u0001\u0002 this is no compressed text at all, and it is long enough to be seen as such");
            await peer.CloseAsync();
        });
        using var through = Asking(server.Address);

        await Assert.ThrowsAnyAsync<OpenRouterException>(() => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token));
        await Assert.ThrowsAnyAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));
        Assert.Equal(500, (await Assert.ThrowsAnyAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token))).StatusCode);
    }

    [Theory]
    [InlineData("gzip", "500 No", "application/json", "", 2)]
    [InlineData("br", "500 No", "text/html", "", 2)]
    [InlineData("gzip", "200 OK", "application/json", "", 12)]
    [InlineData("br", "200 OK", "application/json", "", 12)]
    [InlineData("gzip", "200 OK", "text/event-stream", "data: ", 6)]
    [InlineData("br", "200 OK", "text/event-stream", "data: ", 6)]
    public async Task Bomb_For300Megabytes_MeetsTheCeilingAfterDecompression(string encoding, string status, string type, string start, int ceiling)
    {
        await using var server = Server(status, type, encoding, Wire.Bytes(start), bomb: 300);
        using var through = Asking(server.Address, static options => options.Limits = new StreamLimits { MaxBodyBytes = 4 * Mega, MaxEventBytes = Mega });
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var thrown = await Record.ExceptionAsync(() => type.StartsWith("text/event", StringComparison.Ordinal)
            ? through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)
            : through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.SendDiagnosticMessage("{0:N1} MB allocated: 300 MB in {1} as {2} under {3}", allocated / (double)Mega, encoding, type, status);
        Assert.IsType<OpenRouterException>(thrown, exactMatch: false);
        Assert.InRange(allocated, 0, (long)ceiling * Mega);
    }

    private static Through Asking(Uri address, Action<OpenRouterClientOptions>? configure = null) => new(Through.Own, address, options =>
    {
        options.Handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        configure?.Invoke(options);
    });

    private static FaultServer Server(string status, string type, string encoding, byte[] body, double part = 1, int bomb = 0)
    {
        var packed = Pack(encoding, body, bomb);
        var sent = packed.AsMemory(0, (int)(packed.Length * part));
        return new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Close, type: type, status: status, headers: $"Content-Encoding: {encoding}\r\n");
            await peer.SendAsync(sent);
            await peer.CloseAsync();
        });
    }

    private static byte[] Pack(string encoding, byte[] body, int bomb)
    {
        var target = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Fastest),
            "br" => new BrotliStream(target, CompressionLevel.Fastest),
            _ => new ZLibStream(target, CompressionLevel.Fastest),
        })
        {
            packing.Write(body);
            var piece = Wire.Bytes(new string('x', Mega));
            for (var count = 0; count < bomb; count++)
            {
                packing.Write(piece);
            }
        }

        return target.ToArray();
    }
}
