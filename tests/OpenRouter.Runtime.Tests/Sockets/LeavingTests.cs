using System.Diagnostics;
using OpenRouter.Runtime.Tests.Sockets.Http2;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

[Collection(Alone.Name)]
public sealed class LeavingTests
{
    private const string Whole = "whole";
    private static readonly TimeSpan Promise = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Stacks = [Through.Own, Through.Handler, Through.Client];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, LeavingPoint> Http1Cases => new(Cases().SelectMany(static item => Stacks, static (item, stack) => (stack, item.Way, item.Point)));

    public static TheoryData<string, LeavingPoint> Http2Cases => new(Cases());

    [Theory]
    [MemberData(nameof(Http1Cases))]
    public async Task Stream_LeftEarly_ClosesTheConnectionInTime(string stack, string way, LeavingPoint point)
    {
        var reached = new TaskCompletionSource<FaultPeer>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async (peer, number) =>
        {
            if (number > 0)
            {
                await peer.HeadAsync();
                await peer.BodyAsync(Wire.Text(Whole) + Wire.Finish() + Wire.Done);
                await peer.EndAsync();
                return;
            }

            if (point.Body() is { } body)
            {
                await peer.HeadAsync();
                await (body.Length > 0 ? peer.BodyAsync(body) : Task.CompletedTask);
            }

            reached.SetResult(peer);
        });
        using var through = new Through(stack, server.Address);

        var left = await LeaveAsync(through, way, point, reached.Task);

        var closed = await (await reached.Task).Closed.WaitAsync(TimeSpan.FromSeconds(10), Token);
        AssertInTime($"{stack}, {way}, {point}", left, closed);
        Assert.Equal(Whole, (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [MemberData(nameof(Http2Cases))]
    public async Task Http2Stream_LeftEarly_IsResetAndTheConnectionServesOn(string way, LeavingPoint point)
    {
        var reached = new TaskCompletionSource<Http2Exchange>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new Http2Server(async (exchange, number) =>
        {
            if (number > 0)
            {
                await exchange.HeadAsync();
                await exchange.BodyAsync(Wire.Text(Whole) + Wire.Finish() + Wire.Done);
                await exchange.EndAsync();
                return;
            }

            if (point.Body() is { } body)
            {
                await exchange.HeadAsync();
                await exchange.BodyAsync(body);
            }

            reached.SetResult(exchange);
        });
        using var through = new Through(Through.Http2, server.Address);

        var left = await LeaveAsync(through, way, point, reached.Task);

        var reset = await (await reached.Task).Reset.WaitAsync(TimeSpan.FromSeconds(10), Token);
        AssertInTime($"{Through.Http2}, {way}, {point}", left, reset.Timestamp);
        Assert.Equal(Http2Reset.Cancel, reset.Code);
        Assert.Equal(Whole, (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);
        Assert.Equal(1, server.Connections);
    }

    private static IEnumerable<(string Way, LeavingPoint Point)> Cases()
        => Leaving.Sudden.SelectMany(static way => Enum.GetValues<LeavingPoint>(), static (way, point) => (way, point))
            .Concat(Leaving.Quiet.SelectMany(static way => new[] { LeavingPoint.BetweenChunks, LeavingPoint.InsideEvent }, static (way, point) => (way, point)));

    private static Task<long> LeaveAsync(Through through, string way, LeavingPoint point, Task reached)
        => Leaving.Sudden.Contains(way)
            ? Leaving.WhileWaitingAsync(way, through.Transport, point, reached)
            : Leaving.AfterOneChunkAsync(way, through.Transport, Token);

    private static void AssertInTime(string what, long left, long closed)
    {
        var time = Stopwatch.GetElapsedTime(left, closed);
        TestContext.Current.SendDiagnosticMessage("closed after {0:0.0} ms: {1}", time.TotalMilliseconds, what);
        Assert.True(time <= Promise, $"{what}: closed only after {time.TotalMilliseconds:0} ms.");
    }
}
