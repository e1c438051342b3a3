using System.Diagnostics;
using OpenRouter.Samples.Worker.Tests.Support;

namespace OpenRouter.Samples.Worker.Tests.Processes;

/// <summary>Many workers on one queue.</summary>
[Collection(ProcessGroup.Name)]
public sealed class ManyProcessesTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Patience = 240_000;

    /// <summary>A thousand for all takes seconds; WORKER_TEST_JOBS=8000 is a thousand for each of the eight.</summary>
    private static readonly int Jobs = int.TryParse(Environment.GetEnvironmentVariable("WORKER_TEST_JOBS"), out var count) ? count : 1000;

    /// <summary>Pairs of attempts at one job of which one began before the other was over.</summary>
    private const string Overlaps =
        "SELECT count(*) FROM attempts a JOIN attempts b ON a.job_id = b.job_id AND a.fence < b.fence AND b.started_at < coalesce(a.ended_at, b.started_at + 1)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience)]
    public async Task EightProcesses_OnOneQueue_LoseNoJobAndRunNoneTwice()
    {
        await using var database = await TestDatabase.MakeReadyAsync(DatabaseKind.Postgres, server);
        await AddJobsAsync(database, Jobs);
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, 8).Select(_ => WorkerProcess.Start(database.Setting, null, "EmulatedPace=00:00:00", "Concurrency=8", "Poll=00:00:00.5")).ToList();
        try
        {
            await database.SeeAsync("SELECT count(*) FROM jobs WHERE state = 'done'", Jobs, TimeSpan.FromMinutes(3));
            var elapsed = clock.Elapsed;

            Assert.Equal(Jobs, await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'completed'"));
            Assert.Equal(Jobs, await database.NumberAsync("SELECT count(*) FROM attempts"));
            Assert.Equal(0, await database.NumberAsync(Overlaps));
            Assert.Equal(1, await database.NumberAsync("SELECT count(DISTINCT answer) FROM jobs"));
            var shares = await database.ReadAsync("SELECT count(*) FROM attempts GROUP BY worker ORDER BY 1", row => row.Number(0));
            Assert.InRange(shares.Count, 2, 8);
            output.WriteLine($"{Jobs} jobs in {elapsed.TotalSeconds:0.0} s with the start of 8 processes, {Jobs / elapsed.TotalSeconds:0} a second; jobs of each: {string.Join(", ", shares)}");
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
        }
    }

    [Fact(Timeout = Patience)]
    public async Task OneProcess_WithTenThousandQueuedJobs_KeepsItsMemory()
    {
        await using var database = await TestDatabase.MakeReadyAsync(DatabaseKind.Postgres, server);
        await AddJobsAsync(database, 10_000);
        using var worker = WorkerProcess.Start(database.Setting, null, "EmulatedPace=00:00:00", "Concurrency=16", "Poll=00:00:00.5");
        var early = await PeakAsync(database, worker, from: 1000, to: 2000);
        var late = await PeakAsync(database, worker, from: 4000, to: 5000);

        output.WriteLine($"Working set: {early >> 20} MB at most while jobs 1,000 to 2,000 of 10,000 ran, {late >> 20} MB while 4,000 to 5,000 did.");
        // A process that kept what a job allocates would have hundreds of megabytes by then.
        Assert.True(late < early + (48L << 20), $"The working set grew from {early >> 20} to {late >> 20} MB.");
    }

    private static async Task<long> PeakAsync(TestDatabase database, WorkerProcess worker, int from, int to)
    {
        var clock = Stopwatch.StartNew();
        var peak = 0L;
        while (await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'done'") is var done && done < to)
        {
            Assert.True(!worker.HasExited && clock.Elapsed < TimeSpan.FromMinutes(3), $"{done} jobs are done after {clock.Elapsed}. {worker.Output}");
            peak = Math.Max(peak, done >= from ? worker.WorkingSet : 0);
            await Task.Delay(100, Token);
        }

        return Math.Max(peak, worker.WorkingSet);
    }

    private static async Task AddJobsAsync(TestDatabase database, int count)
    {
        var payload = Stores.Payload("Tell a story");
        await database.Database.RunAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO jobs (id, dedupe_key, payload, payload_version, payload_hash, model, state, max_attempts, run_at, created_at, updated_at)
                SELECT 'job' || n, 'key' || n, @payload, @version, '-', 'a/b', 'queued', 5, n, 0, 0 FROM generate_series(1, @count) n
                """,
                ("payload", payload.Text),
                ("version", (long)payload.Version),
                ("count", count)),
            Token);
    }
}
