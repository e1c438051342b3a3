using Worker.Jobs;

namespace Worker.Storage;

/// <summary>Jobs as workers see them: claimed, kept, ended. Every write names the lease, and is refused when another claim came after it.</summary>
internal sealed class LeaseStore(IJobDatabase database)
{
    private const string Mine = "id = @id AND fence = @fence AND lease_owner = @owner AND state = 'leased'";

    /// <summary>
    /// Claims jobs that are due, and those whose worker let its lease run out. The attempt is counted here, before anything of it happens: a job that kills its process
    /// would otherwise do so for ever.
    /// </summary>
    /// <param name="owner">Who claims.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="mayTakeSuspect">
    /// Whether a job may be among them that a process was lost with. A process runs one such job at a time, so that a job that kills cannot take others
    /// down with it more than once.
    /// </param>
    /// <param name="lease">How long the claim holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<ClaimedJob>> ClaimAsync(string owner, int count, bool mayTakeSuspect, TimeSpan lease, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var claimed = new List<ClaimedJob>();
            if (mayTakeSuspect)
            {
                await BuryAsync(session);
                claimed.AddRange(await ClaimAsync(session, owner, 1, lease, $"(state = 'queued' AND run_at <= {database.Now} AND losses > 0) OR (state = 'leased' AND lease_until < {database.Now})"));
            }

            if (claimed.Count < count)
            {
                claimed.AddRange(await ClaimAsync(session, owner, count - claimed.Count, lease, $"state = 'queued' AND run_at <= {database.Now} AND losses = 0"));
            }

            foreach (var job in claimed)
            {
                await CloseLostAsync(session, job.Lease.JobId, job.Lease.Fence);
                await session.ExecuteAsync(
                    $"INSERT INTO attempts (job_id, fence, number, worker, started_at) VALUES (@id, @fence, @number, @owner, {database.Now})",
                    ("id", job.Lease.JobId),
                    ("fence", job.Lease.Fence),
                    ("number", (long)job.Attempt),
                    ("owner", owner));
            }

            return claimed;
        },
        cancellationToken);

    /// <summary>Keeps a lease alive.</summary>
    /// <returns>False when it is lost.</returns>
    public Task<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.ExecuteAsync($"UPDATE jobs SET lease_until = {database.Now} + @lease WHERE {Mine}", [("lease", duration), .. Names(lease)]) == 1,
        cancellationToken);

    /// <summary>Notes the id of the generation, by which its cost can be asked for even if this process is gone.</summary>
    public Task<bool> NoteGenerationAsync(Lease lease, string generationId, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.ExecuteAsync(
            "UPDATE attempts SET generation_id = @generation WHERE job_id = @id AND fence = @fence AND worker = @owner",
            [("generation", generationId), .. Names(lease)]) == 1,
        cancellationToken);

    /// <summary>Saves a piece of text.</summary>
    /// <returns>False when the lease is lost.</returns>
    public Task<bool> AppendAsync(Lease lease, Segment segment, CancellationToken cancellationToken)
        => database.RunAsync(session => AppendAsync(session, lease, segment), cancellationToken);

    /// <summary>Reads the text that earlier attempts left.</summary>
    public Task<string> ReadLeftTextAsync(Lease lease, CancellationToken cancellationToken) => database.RunAsync(
        async session => string.Concat(await session.ReadAsync(
            "SELECT text FROM segments WHERE job_id = @id AND fence = (SELECT max(fence) FROM segments WHERE job_id = @id AND fence < @fence) ORDER BY start",
            static row => row.Text(0),
            ("id", lease.JobId),
            ("fence", lease.Fence))),
        cancellationToken);

    /// <summary>Ends an attempt: the state of the job, what the attempt cost, the text, all or nothing.</summary>
    /// <returns>False when the lease is lost; then nothing is written.</returns>
    public Task<bool> EndAsync(Lease lease, JobEnd end, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            // Before the update, which gives up the lease that it asks for.
            if (end.Rest is { } rest && !await AppendAsync(session, lease, rest))
            {
                return false;
            }

            var isOver = JobState.IsOver(end.State);
            var changed = await session.ExecuteAsync(
                $"""
                UPDATE jobs SET state = @state, run_at = {database.Now} + @delay, attempts = attempts - @refund, lease_owner = NULL, lease_until = NULL, answer = @answer,
                    finish_reason = @finish, error = @error, error_code = @code, updated_at = {database.Now}, finished_at = {(isOver ? database.Now : "NULL")}
                WHERE {Mine}
                """,
                [
                    ("state", end.State),
                    ("delay", end.Delay),
                    ("refund", end.IsRefunded ? 1L : 0L),
                    ("answer", end.Answer),
                    ("finish", end.FinishReason),
                    ("error", end.Error),
                    ("code", end.ErrorCode),
                    .. Names(lease),
                ]);
            if (changed != 1)
            {
                return false;
            }

            await EndAttemptAsync(session, lease, end);
            if (end.State == JobState.Done || end.DropsText)
            {
                await session.ExecuteAsync("DELETE FROM segments WHERE job_id = @id", ("id", lease.JobId));
            }

            if (end.PausesQueueFor is { } pause)
            {
                await session.ExecuteAsync($"UPDATE queue SET paused_until = {database.Now} + @pause, pause_reason = @reason", ("pause", pause), ("reason", end.Error));
            }

            return true;
        },
        cancellationToken);

    private static (string, object?)[] Names(Lease lease) => [("id", lease.JobId), ("fence", lease.Fence), ("owner", lease.Owner)];

    /// <summary>Whoever did not hear that a piece was written writes it again, perhaps with more text: the later one holds.</summary>
    private static async Task<bool> AppendAsync(SqlSession session, Lease lease, Segment segment) => await session.ExecuteAsync(
        $"""
        INSERT INTO segments (job_id, fence, start, text) SELECT id, fence, CAST(@start AS bigint), CAST(@text AS text) FROM jobs WHERE {Mine}
        ON CONFLICT (job_id, fence, start) DO UPDATE SET text = excluded.text
        """,
        [("start", (long)segment.Start), ("text", segment.Text), .. Names(lease)]) == 1;

    private async Task<List<ClaimedJob>> ClaimAsync(SqlSession session, string owner, int count, TimeSpan lease, string condition) => await session.ReadAsync(
        $"""
        WITH picked AS MATERIALIZED (
            SELECT id FROM jobs
            WHERE ({condition}) AND NOT EXISTS (SELECT 1 FROM queue WHERE paused_until > {database.Now})
            ORDER BY run_at LIMIT @count {database.SkipLocked})
        UPDATE jobs SET losses = losses + CASE WHEN state = 'leased' THEN 1 ELSE 0 END, state = 'leased', attempts = attempts + 1, fence = fence + 1,
            lease_owner = @owner, lease_until = {database.Now} + @lease, updated_at = {database.Now}
        WHERE id IN (SELECT id FROM picked)
        RETURNING id, fence, payload, payload_version, attempts, max_attempts, {database.Now} - run_at, losses, trace_parent
        """,
        row => new ClaimedJob
        {
            Lease = new Lease(row.Text(0), owner, row.Number(1)),
            Payload = new JobPayload(row.Count(3), row.TextOrNull(2) ?? ""),
            Attempt = row.Count(4),
            MaxAttempts = row.Count(5),
            Waited = row.Span(6),
            IsSuspect = row.Number(7) > 0,
            TraceParent = row.TextOrNull(8),
        },
        ("count", (long)count),
        ("owner", owner),
        ("lease", lease));

    /// <summary>A job whose worker was lost at its last try is dead: it never gets to say so itself.</summary>
    private async Task BuryAsync(SqlSession session)
    {
        var dead = await session.ReadAsync(
            $"""
            WITH picked AS MATERIALIZED (
                SELECT id FROM jobs WHERE state = 'leased' AND lease_until < {database.Now} AND attempts >= max_attempts {database.SkipLocked})
            UPDATE jobs SET state = 'dead', fence = fence + 1, lease_owner = NULL, lease_until = NULL, finished_at = {database.Now}, updated_at = {database.Now},
                losses = losses + 1, error_code = 'worker_lost', error = 'The process that ran this job died or stood still, the last time at attempt ' || attempts || '.'
            WHERE id IN (SELECT id FROM picked)
            RETURNING id, fence
            """,
            static row => (Id: row.Text(0), Fence: row.Number(1)));
        foreach (var (id, fence) in dead)
        {
            await CloseLostAsync(session, id, fence);
        }
    }

    private Task<int> CloseLostAsync(SqlSession session, string id, long fence) => session.ExecuteAsync(
        $"UPDATE attempts SET ended_at = {database.Now}, outcome = '{AttemptOutcome.Lost}', settle_at = {database.Now} WHERE job_id = @id AND fence < @fence AND ended_at IS NULL",
        ("id", id),
        ("fence", fence));

    private Task<int> EndAttemptAsync(SqlSession session, Lease lease, JobEnd end) => session.ExecuteAsync(
        $"""
        UPDATE attempts SET ended_at = {database.Now}, outcome = @outcome, generation_id = coalesce(@generation, generation_id), provider = @provider,
            prompt_tokens = @prompt, completion_tokens = @completion, cost_nano = @cost, settle_at = {(end.Cost is null ? database.Now : "NULL")}
        WHERE job_id = @id AND fence = @fence AND worker = @owner
        """,
        [
            ("outcome", end.Outcome),
            ("generation", end.GenerationId),
            ("provider", end.Provider),
            ("prompt", end.PromptTokens),
            ("completion", end.CompletionTokens),
            ("cost", NanoDollars.Of(end.Cost)),
            .. Names(lease),
        ]);
}
