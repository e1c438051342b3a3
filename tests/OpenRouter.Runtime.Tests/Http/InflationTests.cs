using System.IO.Compression;
using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>Compression that was asked for.</summary>
public sealed class InflationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("br, gzip")]
    public async Task Answer_Compressed_IsRead(string encoding)
    {
        var script = Answers(Compress(Wire.Bytes("""{"id":"gen-1"}"""), encoding), encoding);
        using var transport = script.Transport(static options => options.Decompression = true);

        var answer = await transport.SendAsync<Raw>(Script.ChatRequest(), Token);

        Assert.Equal("gen-1", answer.Element.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, odd")]
    public async Task Answer_CompressedInAnotherWay_IsATypedError(string encoding)
    {
        using var transport = Answers([1, 2, 3], encoding).Transport(static options => options.Decompression = true);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));

        Assert.Contains("compressed", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answer_Damaged_IsATypedError(string encoding)
    {
        using var transport = Answers(Wire.Bytes("this was never compressed"), encoding).Transport(static options => options.Decompression = true);

        await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Bomb_ThatWasAskedFor_MeetsTheCeilingAfterInflating(string encoding)
    {
        var bomb = Compress(new byte[300 * 1024 * 1024], encoding);
        using var transport = Answers(bomb, encoding).Transport(static options =>
        {
            options.Decompression = true;
            options.Limits = new StreamLimits { MaxBodyBytes = 1024 * 1024 };
        });
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));

        Assert.Contains("MaxBodyBytes", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
    }

    [Theory]
    [InlineData(true, "gzip, br")]
    [InlineData(false, "")]
    public async Task Compression_IsAskedForOnlyOnRequest_AndNeverForStreams(bool isWanted, string asked)
    {
        var plain = Script.Answers(HttpStatusCode.OK, "{}");
        using var transport = plain.Transport(options => options.Decompression = isWanted);
        await transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        var streamed = Script.Streams(Wire.Text("Hi") + Wire.Finish());
        await streamed.Chat(options => options.Decompression = isWanted).CollectAsync(Token);

        Assert.Equal(asked, plain.Requests[0].Headers.AcceptEncoding.ToString());
        Assert.Empty(streamed.Requests[0].Headers.AcceptEncoding);
    }

    private static Script Answers(byte[] body, string encoding) => new((_, _) =>
    {
        var response = Script.Response(HttpStatusCode.OK, new MemoryStream(body), "application/json");
        foreach (var name in encoding.Split(", "))
        {
            response.Content.Headers.ContentEncoding.Add(name);
        }

        return Task.FromResult(response);
    });

    private static byte[] Compress(byte[] bytes, string encoding)
    {
        foreach (var name in encoding.Split(", "))
        {
            using var target = new MemoryStream();
            using (Stream packed = name.ToLowerInvariant() switch { "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true), "identity" => new BufferedStream(target), _ => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true) })
            {
                packed.Write(bytes);
                packed.Flush();
                bytes = name == "identity" ? bytes : [];
            }

            bytes = bytes.Length > 0 ? bytes : target.ToArray();
        }

        return bytes;
    }
}
