using System.Text.Json;
using OpenRouter.Samples.Worker.Tests.Support;
using OpenRouter.Testing;
using Worker.Jobs;

namespace OpenRouter.Samples.Worker.Tests.Processes;

/// <summary>Workers that are killed.</summary>
[Collection(ProcessGroup.Name)]
public sealed class CrashTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Patience = 240_000;
    private const int Lines = 4;
    private const int KillsOfOne = 5;
    private static readonly string[] ShortLeases = ["Lease=00:00:03", "Renewal=00:00:00.5", "SaveEvery=00:00:00.1", "Poll=00:00:00.2", "Concurrency=4", "MaxAttempts=100", "SettleEvery=00:00:01", "SettleDelay=00:00:00.1"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Worker_KilledAtTwentyPoints_LeavesEveryJobWithAWholeAnswer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        await using var service = await TestService.StartAsync(TellOrGoOn);
        var stores = new Stores(database.Database);

        // Four places where a worker runs, is killed, and starts again, on one queue.
        await Task.WhenAll(Enumerable.Range(0, Lines).Select(line => KillAgainAndAgainAsync(database, service, stores, new Random(line))));
        var total = await database.NumberAsync("SELECT count(*) FROM jobs");
        using var last = WorkerProcess.Start(database.Setting, service, ShortLeases);
        using var another = WorkerProcess.Start(database.Setting, service, ShortLeases);
        using var third = WorkerProcess.Start(database.Setting, service, ShortLeases);
        await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done'", total, TimeSpan.FromMinutes(2));

        Assert.Equal([TestService.Story], await database.ReadAsync("SELECT DISTINCT answer FROM jobs", row => row.Text(0)));
        var lost = await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'lost'");
        Assert.True(lost >= Lines * KillsOfOne, $"{lost} attempts were lost: the workers were killed while nothing ran.");
        Assert.Equal(total, await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'completed'"));
        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM segments"));
        var continued = service.Emulator.Requests.Count(request => request.Path == "/chat/completions" && LastMessage(request).GetProperty("role").GetString() == "assistant");
        Assert.True(continued > 0, "No attempt went on from the text of one before.");

        // What the lost attempts cost is found out from the ids that they had noted before they were killed.
        Assert.True(await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'lost' AND generation_id IS NOT NULL") > 0);
        await database.SeeAsync("SELECT count(*) FROM attempts WHERE settle_at IS NOT NULL OR (generation_id IS NOT NULL AND cost_nano IS NULL)", 0);
        output.WriteLine($"{kind}: {total} jobs, {Lines * KillsOfOne} kills, {lost} attempts lost, {continued} went on from saved text.");
    }

    [Fact(Timeout = Patience)]
    public async Task JobThatKillsItsProcess_IsDeadAfterFiveAttemptsAndTheOthersAreDone()
    {
        await using var database = await TestDatabase.MakeReadyAsync(DatabaseKind.Sqlite, server);
        WorkerProcess? worker = null;
        await using var service = await TestService.StartAsync(request =>
        {
            if (request.BodyText.Contains("poison", StringComparison.Ordinal))
            {
                Volatile.Read(ref worker)?.Kill();
            }

            return TestService.Tell(TestService.Story, milliseconds: 200);
        });
        var stores = new Stores(database.Database);
        var poison = await stores.SubmitAsync("poison");
        for (var number = 0; number < 8; number++)
        {
            await stores.SubmitAsync();
        }

        var starts = 0;
        while (await database.NumberAsync("SELECT count(*) FROM jobs WHERE state IN ('queued', 'leased')") > 0)
        {
            Assert.True(starts++ < 20, "The queue does not come to an end.");
            using var next = WorkerProcess.Start(database.Setting, service, "Lease=00:00:01", "Renewal=00:00:00.3", "Poll=00:00:00.2", "Concurrency=4");
            Volatile.Write(ref worker, next);
            while (!next.HasExited && await database.NumberAsync("SELECT count(*) FROM jobs WHERE state IN ('queued', 'leased')") > 0)
            {
                await Task.Delay(50, Token);
            }
        }

        var job = await stores.FindAsync(poison);
        Assert.Equal((JobState.Dead, 5, "worker_lost"), (job.State, job.Attempts, job.ErrorCode));
        Assert.Equal(8, await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'done'"));
        // Those that ran beside it are lost with it once, and never again: of jobs that were lost before, a process runs one at a time.
        Assert.True(await database.NumberAsync("SELECT max(attempts) FROM jobs WHERE state = 'done'") <= 2);
    }

    private static async Task KillAgainAndAgainAsync(TestDatabase database, TestService service, Stores stores, Random random)
    {
        for (var kill = 0; kill < KillsOfOne; kill++)
        {
            for (var number = 0; number < 2; number++)
            {
                var request = new JobRequest { Model = "a/b", Messages = [new JobMessage("user", "Tell")], OnInterruption = number == 0 ? "continue" : "restart" };
                await stores.Jobs.SubmitAsync(Guid.NewGuid().ToString("N"), "a/b", JobPayload.Write(request), 100, null, Token);
            }

            using var worker = WorkerProcess.Start(database.Setting, service, ShortLeases);
            // Some points lie before the first answer of a process, which takes a while to come, and some within it.
            var moment = kill % 2 == 0 ? worker.Claims : $"{worker.Claims} AND generation_id IS NOT NULL";
            await database.SeeAsync($"SELECT CASE WHEN ({moment}) > 0 THEN 1 ELSE 0 END", 1);
            await Task.Delay(random.Next(0, 900), Token);
            worker.Kill();
            await worker.EndAsync(Token);
        }
    }

    /// <summary>Tells the story in about a second. Asked to go on from a part of it, it repeats some words first, as models do.</summary>
    private static Reply TellOrGoOn(EmulatedRequest request)
    {
        var last = LastMessage(request);
        var from = last.GetProperty("role").GetString() == "assistant" ? Math.Max(0, last.GetProperty("content").GetString()!.Length - 20) : 0;
        return TestService.Tell(TestService.Story[from..], milliseconds: 1000);
    }

    private static JsonElement LastMessage(EmulatedRequest request) => request.Body.GetProperty("messages").EnumerateArray().Last();
}
