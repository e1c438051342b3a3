using System.Net.Sockets;
using System.Text;
using OpenRouter.Samples.Worker.Tests.Support;
using OpenRouter.Testing;
using Worker.Live;

namespace OpenRouter.Samples.Worker.Tests.Service;

/// <summary>Jobs that are followed while they run.</summary>
public sealed class LiveTests(PostgresServer server)
{
    private const int Patience = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Follow_LeftAndTakenUpAgain_MissesNothingAndHearsNothingTwice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);
        using var emulator = Telling(milliseconds: 2000);
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "SaveEvery=00:00:00.1");
        var id = await host.SubmitAsync();
        var follower = new Follower(host, id);
        var visits = 0;
        while (!follower.Names.Contains("end"))
        {
            visits++;
            var events = 0;
            await foreach (var _ in follower.ReadAsync(Token))
            {
                if (++events == 15)
                {
                    break;
                }
            }
        }

        Assert.True(visits > 3, $"It was over after {visits} visits.");
        Assert.Equal(TestService.Story, follower.Text);
        Assert.Equal(["end"], follower.Names);
        Assert.Equal(("done", "stop"), (follower.LastData.GetProperty("state").GetString(), follower.LastData.GetProperty("finish_reason").GetString()));
    }

    [Fact(Timeout = Patience)]
    public async Task Follow_FromAPlaceInAFinishedJob_GivesTheRest()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = Telling(milliseconds: 0);
        await using var host = await WorkerHost.StartAsync(database, emulator);
        var id = await host.SubmitAsync();
        await host.SeeAsync(id, "done");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/jobs/{id}/events");
        request.Headers.Add("Last-Event-ID", "1.4000");

        var answer = await (await host.Http.SendAsync(request, Token)).Content.ReadAsStringAsync(Token);

        var rest = TestService.Story[4000..];
        Assert.StartsWith($"id: 1.{TestService.Story.Length}\nevent: text\ndata: {{\"text\":\"{rest}\"}}\n\nid: 1.{TestService.Story.Length}\nevent: end\n", answer, StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Follow_InAnotherProcessThanTheJobRunsIn_FollowsWhatIsSaved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);
        using var emulator = Telling(milliseconds: 2000);
        await using var runs = await WorkerHost.StartAsync(database, emulator, null, "SaveEvery=00:00:00.1");
        await using var takesIn = await WorkerHost.StartAsync(database, emulator, null, "Concurrency=0");
        var follower = new Follower(takesIn, await takesIn.SubmitAsync());
        var events = 0;
        await foreach (var _ in follower.ReadAsync(Token))
        {
            events++;
        }

        Assert.Equal((TestService.Story, "end"), (follower.Text, Assert.Single(follower.Names)));
        Assert.True(events > 3, $"All came in {events} events.");
    }

    [Fact(Timeout = Patience)]
    public async Task Follow_OverABrokenAttempt_IsToldToBeginAnew()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = Telling(milliseconds: 200);
        emulator.Next(TestService.Tell("A story that breaks off in the middle of it, before anybody could guess how it ends.", milliseconds: 500).CutAfterPieces(2));
        // Time for the follower to see what was there, also on a machine that is busy.
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "BackoffBase=00:00:03");
        var follower = new Follower(host, await host.SubmitAsync());

        await follower.ReadToEndAsync(Token);

        Assert.Equal(["restart", "end"], follower.Names);
        Assert.Equal(TestService.Story, follower.Text);
    }

    [Fact(Timeout = Patience)]
    public async Task Follow_ByOneThatDoesNotRead_IsDroppedAndTheJobGoesOn()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = new OpenRouterEmulator();
        var piece = new string('x', 256 * 1024);
        emulator.On("/chat/completions").Always(Reply.Pieces([.. Enumerable.Repeat(piece, 80)]));
        using var watch = new MetricWatch();
        await using var host = await WorkerHost.StartAsync(database, emulator, null, "FollowerPatience=00:00:00.5", "MaxAnswerChars=30000000");
        var id = await host.SubmitAsync();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync("127.0.0.1", host.Http.BaseAddress!.Port, Token);
        await client.SendAsync(Encoding.ASCII.GetBytes($"GET /jobs/{id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n"), Token);

        await watch.SeeAsync(host.Services, "worker.followers.dropped", 1);

        var job = await host.SeeAsync(id, "done");
        Assert.Equal(80 * piece.Length, job.GetProperty("answer").GetString()!.Length);
    }

    [Fact(Timeout = Patience)]
    public async Task Stop_WithFollowers_DoesNotWaitForThem()
    {
        await using var database = await TestDatabase.MakeAsync(DatabaseKind.Sqlite, server);
        using var emulator = Telling(milliseconds: 20_000);
        await using var host = await WorkerHost.StartAsync(database, emulator);
        var follower = new Follower(host, await host.SubmitAsync());
        await using var events = follower.ReadAsync(Token).GetAsyncEnumerator(Token);
        Assert.True(await events.MoveNextAsync());
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await host.StopAsync();

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It stopped after {clock.Elapsed}.");
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData("3.120", 3, 120)]
    [InlineData("3", 0, 0)]
    [InlineData("3.-1", 0, 0)]
    [InlineData("99999999999999999999.1", 0, 0)]
    [InlineData("a.b", 0, 0)]
    public void Place_ReadFromAHeader_IsTheBeginningUnlessItWasWrittenHere(string? text, long fence, int offset)
        => Assert.Equal(new Place(fence, offset), Place.Parse(text));

    private static OpenRouterEmulator Telling(int milliseconds)
    {
        var emulator = new OpenRouterEmulator();
        emulator.On("/chat/completions").Always(TestService.Tell(TestService.Story, milliseconds));
        return emulator;
    }
}
