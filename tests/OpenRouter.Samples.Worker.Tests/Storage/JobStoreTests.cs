using OpenRouter.Samples.Worker.Tests.Support;
using Worker.Jobs;
using Worker.Storage;

namespace OpenRouter.Samples.Worker.Tests.Storage;

/// <summary>Jobs that are taken in and kept, on both databases.</summary>
public sealed class JobStoreTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Submit_OfOneKeyManyTimesAtOnce_MakesOneJob(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => stores.SubmitAsync(key: "order-7")));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, await database.NumberAsync("SELECT count(*) FROM jobs"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Submit_OfAKeyWithAnotherRequest_IsAConflict(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        await stores.SubmitAsync("One", "key");

        Assert.True((await stores.Jobs.SubmitAsync("key", "a/b", Stores.Payload("Another"), 5, null, Token)).IsConflict);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Submit_OfTextsThatAreSql_KeepsThemAsTheyAre(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        string[] texts =
        [
            "'; DROP TABLE jobs; --", "\"; DELETE FROM attempts; --", "' OR '1'='1", "@id", "$1", ":key", "\\'; SELECT pg_sleep(10); --", "Robert'); DROP TABLE segments;--", "%s %d ?", "\u0000",
        ];
        foreach (var text in texts)
        {
            var id = await stores.SubmitAsync(text, key: $"key {text.Replace('\0', '0')}");
            var job = await stores.ClaimOneAsync(owner: $"owner {text.Replace('\0', '0')}");
            Assert.Equal((id, text), (job.Lease.JobId, job.Payload.Read().Messages![0].Content));
            await stores.Leases.AppendAsync(job.Lease, new Segment(job.Lease.Fence, 0, StoredText.Clean(text)), Token);
            Assert.Equal(StoredText.Clean(text), (await stores.FindAsync(id)).Partial);
            Assert.True(await stores.FinishAsync(job.Lease, StoredText.Clean(text)));
            Assert.Equal(StoredText.Clean(text), (await stores.FindAsync(id)).Answer);
            Assert.Null(await stores.Jobs.FindAsync(text.Replace('\0', '0'), Token));
        }

        Assert.Equal(texts.Length, await database.NumberAsync("SELECT count(*) FROM jobs WHERE state = 'done'"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_ManyTimesAtOnce_IsDoneOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => new SchemaStore(database.Database).MigrateAsync(Token)));

        Assert.Equal([1L, 2L], await database.ReadAsync("SELECT version FROM schema_steps ORDER BY version", row => row.Number(0)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Migrate_OfADatabaseOfANewerProgram_SaysSo(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        await database.ExecuteAsync("INSERT INTO schema_steps (version, applied_at) VALUES (99, 0)");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new SchemaStore(database.Database).MigrateAsync(Token));

        Assert.Contains("99", exception.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Claim_OfARowThatTheFirstProgramWrote_IsRead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeAsync(kind, server);
        await new SchemaStore(database.Database).MigrateAsync(upTo: 1, Token);
        await database.ExecuteAsync(
            """
            INSERT INTO jobs (id, dedupe_key, payload, payload_version, payload_hash, model, state, max_attempts, run_at, created_at, updated_at)
            VALUES ('old', 'old', '{"prompt":"Tell me of old times","model":"a/b"}', 1, '-', 'a/b', 'queued', 5, 0, 0, 0)
            """);
        await new SchemaStore(database.Database).MigrateAsync(Token);

        var request = (await new Stores(database.Database).ClaimOneAsync()).Payload.Read();

        Assert.Equal(("a/b", new JobMessage("user", "Tell me of old times")), (request.Model, Assert.Single(request.Messages!)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Find_AfterSeveralAttempts_SumsTheirCosts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var broken = await stores.ClaimOneAsync();
        await stores.Leases.NoteGenerationAsync(broken.Lease, "gen-broken", Token);
        await stores.Leases.EndAsync(broken.Lease, new JobEnd { State = JobState.Queued, Outcome = AttemptOutcome.Interrupted }, Token);
        await stores.FinishAsync((await stores.ClaimOneAsync()).Lease);
        Assert.Equal(new JobUsage(3, 4, 0.000001234m, IsSettled: false), (await stores.FindAsync(id)).Usage);

        // The first look only waits: the service has written nothing yet.
        Assert.Empty(await stores.Usage.TakeAsync(10, TimeSpan.Zero, 9, Token));
        var attempt = Assert.Single(await stores.Usage.TakeAsync(10, TimeSpan.Zero, 9, Token));
        Assert.Equal("gen-broken", attempt.GenerationId);
        Assert.True(await stores.Usage.SettleAsync(attempt, 10, 20, 0.5m, Token));

        Assert.Equal(new JobUsage(13, 24, 0.500001234m, IsSettled: true), (await stores.FindAsync(id)).Usage);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Take_OfAnAttemptThatTheServiceNeverWrote_GivesUp(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();
        await stores.Leases.EndAsync(job.Lease, new JobEnd { State = JobState.Failed, Outcome = AttemptOutcome.Refused, GenerationId = "gen-none" }, Token);

        var looks = 0;
        for (var time = 0; time < 20; time++)
        {
            looks += (await stores.Usage.TakeAsync(10, TimeSpan.Zero, 4, Token)).Count;
        }

        Assert.Equal(4, looks);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task DeleteTexts_OfOldJobs_KeepsCostAndKey(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var old = await stores.SubmitAsync("A secret", "old");
        var job = await stores.ClaimOneAsync();
        await stores.Leases.AppendAsync(job.Lease, new Segment(job.Lease.Fence, 0, "secret"), Token);
        await stores.Leases.EndAsync(job.Lease, new JobEnd { State = JobState.Failed, Outcome = AttemptOutcome.Refused, Error = "It quotes the secret.", Cost = 0.5m }, Token);
        var young = await stores.SubmitAsync("A secret", "young");
        await stores.FinishAsync((await stores.ClaimOneAsync()).Lease, "A secret answer");
        var waiting = await stores.SubmitAsync("A secret", "waiting");
        await database.ExecuteAsync($"UPDATE jobs SET finished_at = finished_at - 3600000 WHERE id = '{old}'");

        Assert.Equal(1, await stores.Retention.DeleteTextsAsync(Stores.Minute, 10, Token));

        Assert.Equal(0, await database.NumberAsync("SELECT count(*) FROM segments"));
        Assert.Equal([waiting, young], (await database.ReadAsync("SELECT id FROM jobs WHERE payload IS NOT NULL", row => row.Text(0))).OrderDescending());
        var found = await stores.FindAsync(old);
        Assert.Equal((null, 0.5m, JobState.Failed), (found.Error, found.Usage.Cost, found.State));
        Assert.Equal("A secret answer", (await stores.FindAsync(young)).Answer);
        Assert.False(await stores.Jobs.RequeueAsync(old, Token));
        Assert.Equal(old, await stores.SubmitAsync("A secret", "old"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Read_FromAPlaceInTheText_GivesThePieceThatHoldsItAndThoseAfter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MakeReadyAsync(kind, server);
        var stores = new Stores(database.Database);
        var id = await stores.SubmitAsync();
        var job = await stores.ClaimOneAsync();
        var fence = job.Lease.Fence;
        await stores.Leases.AppendAsync(job.Lease, new Segment(fence, 0, "\U0001F600\U0001F600\U0001F600"), Token);
        await stores.Leases.AppendAsync(job.Lease, new Segment(fence, 6, "two"), Token);
        await stores.Leases.AppendAsync(job.Lease, new Segment(fence, 9, "three"), Token);

        Assert.Equal([0, 6, 9], (await stores.Segments.ReadAsync(id, fence, 5, Token)).Select(segment => segment.Start));
        Assert.Equal([6, 9], (await stores.Segments.ReadAsync(id, fence, 6, Token)).Select(segment => segment.Start));
        Assert.Equal([9], (await stores.Segments.ReadAsync(id, fence, 14, Token)).Select(segment => segment.Start));
        Assert.Equal([0, 6, 9], (await stores.Segments.ReadAsync(id, fence - 1, 14, Token)).Select(segment => segment.Start));
    }
}
