using OpenRouter.Samples.Worker.Tests.Support;
using Worker.Jobs;

namespace OpenRouter.Samples.Worker.Tests.Storage;

/// <summary>Who may work on a job, on both databases.</summary>
public sealed class LeaseTests(PostgresServer server)
{
    private static readonly TimeSpan NoTime = TimeSpan.FromMilliseconds(-1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_OfOneJobByTwo_GivesItToOne(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        await stores.SubmitAsync();

        var claims = await Task.WhenAll(stores.ClaimAsync(1, "one"), stores.ClaimAsync(1, "two"));

        Assert.Single(claims.SelectMany(claim => claim));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_ByManyAtOnce_GivesEachJobOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        for (var number = 0; number < 100; number++)
        {
            await stores.SubmitAsync();
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var mine = new List<string>();
            while (await stores.ClaimAsync(3, $"worker {worker}") is { Count: > 0 } jobs)
            {
                mine.AddRange(jobs.Select(job => job.Lease.JobId));
            }

            return mine;
        }));

        var all = claims.SelectMany(claim => claim).ToList();
        Assert.Equal(100, all.Count);
        Assert.Equal(100, all.Distinct().Count());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task End_AfterTheJobWasClaimedAgain_IsRefusedAndTheOtherOneHolds(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var slow = await stores.ClaimOneAsync("slow", NoTime);
        var quick = await stores.ClaimOneAsync("quick");

        Assert.True(await stores.FinishAsync(quick.Lease, "The quick one."));
        Assert.False(await stores.FinishAsync(slow.Lease, "The slow one."));
        Assert.False(await stores.Leases.RenewAsync(slow.Lease, Stores.Minute, Token));
        Assert.False(await stores.Leases.AppendAsync(slow.Lease, new Segment(slow.Lease.Fence, 0, "late"), Token));

        Assert.Equal(("The quick one.", JobState.Done), ((await stores.FindAsync(id)).Answer, (await stores.FindAsync(id)).State));
        Assert.Equal(["lost", "completed"], await database.ReadAsync("SELECT outcome FROM attempts ORDER BY fence", row => row.Text(0)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task End_WhileTheOtherWorks_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var slow = await stores.ClaimOneAsync("same name", NoTime);
        await stores.ClaimOneAsync("same name");

        Assert.False(await stores.FinishAsync(slow.Lease));
        Assert.Equal(JobState.Leased, (await stores.FindAsync(id)).State);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_WhileALeaseHolds_FindsNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync(lease: NoTime);
        Assert.True(await stores.Leases.RenewAsync(job.Lease, Stores.Minute, Token));

        Assert.Empty(await stores.ClaimAsync(5, "two"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_OfAJobWhoseWorkerIsLostFiveTimes_IsDeadWithItsError(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal(attempt, (await stores.ClaimOneAsync(lease: NoTime)).Attempt);
        }

        Assert.Empty(await stores.ClaimAsync(1));
        var job = await stores.FindAsync(id);
        Assert.Equal((JobState.Dead, 5, "worker_lost"), (job.State, job.Attempts, job.ErrorCode));
        Assert.Equal(5, await database.NumberAsync("SELECT count(*) FROM attempts WHERE outcome = 'lost'"));

        Assert.True(await stores.Jobs.RequeueAsync(id, Token));
        Assert.Equal(1, (await stores.ClaimOneAsync()).Attempt);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_OfJobsWhoseWorkerWasLost_GivesOneAtATime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        for (var number = 0; number < 4; number++)
        {
            await stores.SubmitAsync();
        }

        await stores.Leases.ClaimAsync("lost", 3, mayTakeSuspect: true, NoTime, Token);
        var claimed = await stores.ClaimAsync(4);

        Assert.Equal([true, false], claimed.Select(job => job.IsSuspect));
        Assert.Empty(await stores.ClaimAsync(4, mayTakeSuspect: false));
        Assert.Single(await stores.ClaimAsync(4));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task End_WithADelay_IsNotClaimedBeforeIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();
        Assert.True(await stores.Leases.EndAsync(job.Lease, new JobEnd { State = JobState.Queued, Outcome = AttemptOutcome.Interrupted, Delay = Stores.Minute, Error = "It broke off." }, Token));

        Assert.Empty(await stores.ClaimAsync(1));
        Assert.Equal((JobState.Queued, "It broke off.", 1), ((await stores.FindAsync(id)).State, (await stores.FindAsync(id)).Error, (await stores.FindAsync(id)).Attempts));

        await database.ExecuteAsync("UPDATE jobs SET run_at = 0");
        Assert.Equal(2, (await stores.ClaimOneAsync()).Attempt);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task End_ThatPausesTheQueue_StopsClaimsUntilItIsResumed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        await stores.SubmitAsync();
        await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();
        var end = new JobEnd { State = JobState.Queued, Outcome = AttemptOutcome.Refused, IsRefunded = true, PausesQueueFor = Stores.Minute, Error = "No credits." };
        Assert.True(await stores.Leases.EndAsync(job.Lease, end, Token));

        Assert.Empty(await stores.ClaimAsync(2));
        Assert.Equal("No credits.", (await stores.Queue.ReadAsync(Token)).PauseReason);

        await stores.Queue.ResumeAsync(Token);
        Assert.Equal([1, 1], (await stores.ClaimAsync(2)).Select(claimed => claimed.Attempt));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Append_OfAPieceWhoseFirstWriteWasNotHeardOf_KeepsTheLongerOne(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();
        await stores.Leases.AppendAsync(job.Lease, new Segment(job.Lease.Fence, 0, "Once "), Token);
        await stores.Leases.AppendAsync(job.Lease, new Segment(job.Lease.Fence, 0, "Once upon"), Token);

        Assert.Equal("Once upon", (await stores.FindAsync(id)).Partial);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task End_WithTextNoDatabaseTakes_KeepsTheAnswer(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();

        Assert.True(await stores.FinishAsync(job.Lease, global::Worker.Storage.StoredText.Clean("a\0b\uD83Dc \U0001F600")));

        Assert.Equal("a\uFFFDb\uFFFDc \U0001F600", (await stores.FindAsync(id)).Answer);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Cancel_WhileItRuns_RefusesTheWorker(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();

        Assert.True(await stores.Jobs.CancelAsync(id, Token));
        Assert.False(await stores.Leases.RenewAsync(job.Lease, Stores.Minute, Token));
        Assert.False(await stores.FinishAsync(job.Lease));
        Assert.Equal(JobState.Cancelled, (await stores.FindAsync(id)).State);
        Assert.False(await stores.Jobs.CancelAsync(id, Token));
    }
}
