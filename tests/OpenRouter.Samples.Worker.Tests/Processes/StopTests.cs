using OpenRouter.Samples.Worker.Tests.Support;
using Worker.Running;

namespace OpenRouter.Samples.Worker.Tests.Processes;

/// <summary>Workers that are told to stop, stand still, or cannot go on.</summary>
[Collection(ProcessGroup.Name)]
public sealed class StopTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Patience = 120_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Sigterm_UnderLoad_GivesBackWhatCannotEndInTime(DatabaseKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var duration = 20_000;
        await using var service = await TestService.StartAsync(_ => TestService.Tell(TestService.Story, Volatile.Read(ref duration)));
        var stores = new Stores(database.Database);
        for (var number = 0; number < 20; number++)
        {
            await stores.SubmitAsync();
        }

        using var first = WorkerProcess.Start(database.Setting, service, "Concurrency=8", "Grace=00:00:01", "SaveEvery=00:00:00.3");
        await database.SeeAsync("SELECT CASE WHEN count(DISTINCT job_id) >= 8 THEN 1 ELSE 0 END FROM segments", 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await first.SignalAsync("TERM");
        Assert.Equal(0, await first.EndAsync(Token));

        Assert.Equal(20, await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'queued' AND attempts = 0 AND lease_until IS NULL"));
        Assert.Equal(8, await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'released' AND generation_id IS NOT NULL"));
        output.WriteLine($"{kind}: stopped {clock.Elapsed.TotalSeconds:0.0} s after SIGTERM, 1 s of it as grace.");

        // The lease is a minute: whoever waited for it would be late.
        Volatile.Write(ref duration, 0);
        using var second = WorkerProcess.Start(database.Setting, service, "Concurrency=8");
        await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done'", 20, TimeSpan.FromSeconds(45));
        Assert.Equal([TestService.Story], await database.ReadAsync("SELECT DISTINCT answer FROM jobs", row => row.Text(0)));
        Assert.Equal(1, await database.NumberAsync("SELECT max(attempts) FROM jobs"));
    }

    [Fact(Timeout = Patience)]
    public async Task Sigterm_WithTimeToEnd_LetsRunningJobsEndAndClaimsNoMore()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var database = await TestDatabase.MakeReadyAsync(DatabaseKind.Sqlite, server);
        await using var service = await TestService.StartAsync(_ => TestService.Tell(TestService.Story, milliseconds: 2000));
        var stores = new Stores(database.Database);
        for (var number = 0; number < 12; number++)
        {
            await stores.SubmitAsync();
        }

        using var worker = WorkerProcess.Start(database.Setting, service, "Concurrency=4", "SaveEvery=00:00:00.1");
        await database.SeeAsync("SELECT CASE WHEN count(DISTINCT job_id) >= 4 THEN 1 ELSE 0 END FROM segments", 1);
        await worker.SignalAsync("TERM");
        Assert.Equal(0, await worker.EndAsync(Token));

        var done = await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'done'");
        Assert.InRange(done, 4, 11);
        Assert.Equal(12 - done, await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'queued' AND fence = 0"));
        Assert.Equal(done, await database.NumberAsync("SELECT count(*) FROM attempts"));
    }

    [Theory(Timeout = Patience), ClassData(typeof(EachDatabase))]
    public async Task Sigstop_BeyondTheLease_HasItsCommitRefused(DatabaseKind kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGSTOP.");
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var count = 0;
        await using var service = await TestService.StartAsync(_ => TestService.Tell($"Answer {Interlocked.Increment(ref count)}. {TestService.Story}", milliseconds: 1500));
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        string[] settings = ["Lease=00:00:02", "Renewal=00:00:00.5", "SaveEvery=00:00:00.1", "Poll=00:00:00.2"];
        using var slow = WorkerProcess.Start(database.Setting, service, settings);
        await database.SeeAsync("SELECT CASE WHEN count(*) > 0 THEN 1 ELSE 0 END FROM segments", 1);
        await database.StopBetweenTransactionsAsync(slow);

        using var quick = WorkerProcess.Start(database.Setting, service, settings);
        await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done'", 1);
        await slow.SignalAsync("CONT");
        await slow.SeeAsync("its lease is lost", Token);

        Assert.StartsWith("Answer 2.", (await stores.FindAsync(id)).Answer, StringComparison.Ordinal);
        Assert.Equal(["lost", "completed"], await database.ReadAsync("SELECT outcome FROM attempts ORDER BY fence", row => row.Text(0)));

        // It goes on with the next job as if nothing had been.
        await slow.SignalAsync("TERM");
        Assert.Equal(0, await slow.EndAsync(Token));
    }

    [Fact(Timeout = Patience)]
    public async Task LoopThatDies_EndsTheProcessWithACodeForItsSupervisor()
    {
        await using var database = await TestDatabase.MakeReadyAsync(DatabaseKind.Sqlite, server);
        using var worker = WorkerProcess.Start(database.Setting, null, "Poll=00:00:00.05", "Grace=00:00:01");
        await worker.SeeAsync("Application started", Token);

        await database.ExecuteAsync("ALTER TABLE jobs RENAME TO gone");

        Assert.Equal(WorkerFault.ExitCode, await worker.EndAsync(Token));
        Assert.Contains("has died", worker.Output, StringComparison.Ordinal);
    }
}
