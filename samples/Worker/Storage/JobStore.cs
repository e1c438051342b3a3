using Worker.Jobs;

namespace Worker.Storage;

/// <summary>Jobs as their callers see them: taken in, looked at, called off, tried again.</summary>
internal sealed class JobStore(IJobDatabase database)
{
    private const string Columns =
        """
        SELECT j.id, j.state, j.model, j.attempts, j.max_attempts, j.answer, j.finish_reason, j.error, j.error_code, j.run_at, j.created_at, j.finished_at, j.fence,
            (SELECT CAST(coalesce(sum(prompt_tokens), 0) AS bigint) FROM attempts WHERE job_id = j.id),
            (SELECT CAST(coalesce(sum(completion_tokens), 0) AS bigint) FROM attempts WHERE job_id = j.id),
            (SELECT CAST(coalesce(sum(cost_nano), 0) AS bigint) FROM attempts WHERE job_id = j.id),
            (SELECT count(*) FROM attempts WHERE job_id = j.id AND settle_at IS NOT NULL)
        FROM jobs j
        """;

    /// <summary>Takes a job in, unless its key was used before. The unique key decides, not a look beforehand.</summary>
    public Task<Submission> SubmitAsync(string key, string model, JobPayload payload, int maxAttempts, string? traceParent, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            // Version 7 grows with time, so new rows stand together in the index.
            var id = Guid.CreateVersion7().ToString("N");
            var added = await session.ExecuteAsync(
                $"""
                INSERT INTO jobs (id, dedupe_key, payload, payload_version, payload_hash, model, state, max_attempts, run_at, created_at, updated_at, trace_parent)
                VALUES (@id, @key, @payload, @version, @hash, @model, 'queued', @max, {database.Now}, {database.Now}, {database.Now}, @trace)
                ON CONFLICT (dedupe_key) DO NOTHING
                """,
                ("id", id),
                ("key", key),
                ("payload", payload.Text),
                ("version", (long)payload.Version),
                ("hash", payload.Hash),
                ("model", model),
                ("max", (long)maxAttempts),
                ("trace", traceParent));
            if (added == 1)
            {
                await AnnounceAsync(session);
                return new Submission(id, IsNew: true, IsConflict: false);
            }

            return (await session.ReadAsync(
                "SELECT id, payload_hash FROM jobs WHERE dedupe_key = @key",
                row => new Submission(row.Text(0), IsNew: false, IsConflict: row.Text(1) != payload.Hash),
                ("key", key)))[0];
        },
        cancellationToken);

    /// <summary>Finds a job.</summary>
    public Task<JobView?> FindAsync(string id, CancellationToken cancellationToken) => database.QueryAsync(
        async session =>
        {
            var view = (await session.ReadAsync($"{Columns} WHERE j.id = @id", ReadView, ("id", id))).SingleOrDefault();
            if (view is null or { State: JobState.Done })
            {
                return view;
            }

            var texts = await session.ReadAsync(
                "SELECT text FROM segments WHERE job_id = @id AND fence = (SELECT max(fence) FROM segments WHERE job_id = @id) ORDER BY start",
                static row => row.Text(0),
                ("id", id));
            return view with { Partial = texts.Count > 0 ? string.Concat(texts) : null };
        },
        cancellationToken);

    /// <summary>Lists dead jobs, the latest first.</summary>
    public Task<List<JobView>> ListDeadAsync(int count, CancellationToken cancellationToken) => database.QueryAsync(
        session => session.ReadAsync($"{Columns} WHERE j.state = 'dead' ORDER BY j.finished_at DESC LIMIT @count", ReadView, ("count", (long)count)),
        cancellationToken);

    /// <summary>Gives a job that was given up all its tries again.</summary>
    /// <returns>False when it is not there, not given up, or its prompt was deleted.</returns>
    public Task<bool> RequeueAsync(string id, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var changed = await session.ExecuteAsync(
                $"""
                UPDATE jobs SET state = 'queued', attempts = 0, losses = 0, run_at = {database.Now}, error = NULL, error_code = NULL, finished_at = NULL, updated_at = {database.Now}
                WHERE id = @id AND state IN ('dead', 'failed', 'cancelled') AND payload IS NOT NULL
                """,
                ("id", id));
            await AnnounceAsync(session);
            return changed == 1;
        },
        cancellationToken);

    /// <summary>Calls a job off. The worker that runs it learns of it when it renews its lease.</summary>
    public Task<bool> CancelAsync(string id, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var changed = await session.ExecuteAsync(
                $"""
                UPDATE jobs SET state = 'cancelled', fence = fence + 1, lease_owner = NULL, lease_until = NULL, finished_at = {database.Now}, updated_at = {database.Now}
                WHERE id = @id AND state IN ('queued', 'leased')
                """,
                ("id", id));
            await session.ExecuteAsync(
                $"""
                UPDATE attempts SET ended_at = {database.Now}, outcome = '{AttemptOutcome.Cancelled}', settle_at = {database.Now}
                WHERE job_id = @id AND ended_at IS NULL AND EXISTS (SELECT 1 FROM jobs WHERE id = @id AND state = 'cancelled')
                """,
                ("id", id));
            return changed == 1;
        },
        cancellationToken);

    private async Task AnnounceAsync(SqlSession session)
    {
        if (database.Announce.Length > 0)
        {
            await session.ReadAsync(database.Announce, static _ => 0);
        }
    }

    private static JobView ReadView(SqlRow row) => new()
    {
        Id = row.Text(0),
        State = row.Text(1),
        Model = row.Text(2),
        Attempts = row.Count(3),
        MaxAttempts = row.Count(4),
        Answer = row.TextOrNull(5),
        FinishReason = row.TextOrNull(6),
        Error = row.TextOrNull(7),
        ErrorCode = row.TextOrNull(8),
        RunAt = row.Time(9),
        CreatedAt = row.Time(10),
        FinishedAt = row.TimeOrNull(11),
        Fence = row.Number(12),
        Usage = new JobUsage(row.Number(13), row.Number(14), row.Number(15) / NanoDollars.PerDollar, row.Number(16) == 0),
    };
}
