using System.Net;
using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Lines_InAnyPieces_AreReadOneByOne(int size)
    {
        var body = Encoding.UTF8.GetBytes("1\r\n\n \"zwei ☕\"\n[3]");
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, new PieceStream(body.Chunk(size)), "application/x-ndjson")));

        Assert.Equal(["1", "\"zwei ☕\"", "[3]"], (await ReadAsync(script)).Read);
    }

    [Fact]
    public async Task Line_ThatIsAnError_EndsInItAfterWhatHadArrived()
    {
        var script = Script.Answers(HttpStatusCode.OK, "1\n{\"error\":{\"code\":502,\"message\":\"Provider is down\"}}\n3\n", "application/x-ndjson");

        var (read, exception) = await ReadAsync(script);

        Assert.Equal(["1"], read);
        Assert.Contains("Provider is down", Assert.IsType<OpenRouterException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ThatIsNoJson_EndsInAnErrorThatShowsIt()
    {
        var (read, exception) = await ReadAsync(Script.Answers(HttpStatusCode.OK, "1\n<html>\n", "application/x-ndjson"));

        Assert.Equal(["1"], read);
        Assert.Contains("line", Assert.IsType<OpenRouterException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_LargerThanTheLimit_EndsInAnErrorThatNamesTheLimit()
    {
        var script = Script.Answers(HttpStatusCode.OK, "1\n\"" + new string('x', 50_000) + "\"\n", "application/x-ndjson");

        var (read, exception) = await ReadAsync(script, options => options.Limits = new StreamLimits { MaxEventBytes = 10_000 });

        Assert.Equal(["1"], read);
        Assert.Contains("MaxEventBytes", Assert.IsType<OpenRouterException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_BetweenLines_IsTheCallersOwn()
    {
        using var stop = new CancellationTokenSource();
        using var transport = Script.Answers(HttpStatusCode.OK, "1\n" + new string('\n', 100_000) + "2\n", "application/x-ndjson").Transport();
        var read = new List<string>();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in transport.StreamLines<JsonElement>(Request(), JsonRead.Element, stop.Token))
            {
                read.Add(item.GetRawText());
                await stop.CancelAsync();
            }
        });

        Assert.Equal(["1"], read);
        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    private static ApiRequest Request() => new(HttpMethod.Get, "lines") { Operation = "lines" };

    private static async Task<(List<string> Read, Exception? Exception)> ReadAsync(Script script, Action<OpenRouterClientOptions>? configure = null)
    {
        using var transport = script.Transport(configure);
        var read = new List<string>();
        try
        {
            await foreach (var item in transport.StreamLines<JsonElement>(Request(), JsonRead.Element, TestContext.Current.CancellationToken))
            {
                read.Add(item.GetRawText());
            }
        }
        catch (OpenRouterException exception)
        {
            return (read, exception);
        }

        return (read, null);
    }
}
