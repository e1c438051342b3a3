using Worker.Jobs;

namespace Worker.Storage;

/// <summary>Attempts whose cost did not arrive with their answer.</summary>
internal sealed class UsageStore(IJobDatabase database)
{
    /// <summary>Takes some, so that no other process asks for the same ones now. Those without a generation id cost nothing that could be asked for.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="delay">The wait before the first look; it doubles each time.</param>
    /// <param name="maxTries">How often is looked before the record counts as never written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<UnsettledAttempt>> TakeAsync(int count, TimeSpan delay, int maxTries, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "UPDATE attempts SET settle_at = NULL WHERE settle_at IS NOT NULL AND (generation_id IS NULL OR settle_tries > @tries)",
                ("tries", (long)maxTries));
            var taken = await session.ReadAsync(
                $"""
                WITH picked AS MATERIALIZED (
                    SELECT job_id, fence FROM attempts WHERE settle_at <= {database.Now} AND generation_id IS NOT NULL ORDER BY settle_at LIMIT @count {database.SkipLocked})
                UPDATE attempts SET settle_tries = settle_tries + 1, settle_at = {database.Now} + @delay * (1 << CAST(settle_tries AS integer))
                WHERE (job_id, fence) IN (SELECT job_id, fence FROM picked)
                RETURNING job_id, fence, generation_id, settle_tries
                """,
                static row => (Attempt: new UnsettledAttempt(row.Text(0), row.Number(1), row.Text(2)), Tries: row.Number(3)),
                ("count", (long)count),
                ("delay", delay));

            // The first time is for waiting: the service writes its record some seconds after the end.
            return taken.Where(one => one.Tries > 1).Select(one => one.Attempt).ToList();
        },
        cancellationToken);

    /// <summary>Writes what an attempt cost.</summary>
    public Task<bool> SettleAsync(UnsettledAttempt attempt, long? promptTokens, long? completionTokens, decimal cost, CancellationToken cancellationToken) => database.RunAsync(
        async session => await session.ExecuteAsync(
            """
            UPDATE attempts SET prompt_tokens = @prompt, completion_tokens = @completion, cost_nano = @cost, settle_at = NULL
            WHERE job_id = @id AND fence = @fence AND settle_at IS NOT NULL
            """,
            ("prompt", promptTokens),
            ("completion", completionTokens),
            ("cost", NanoDollars.Of(cost)),
            ("id", attempt.JobId),
            ("fence", attempt.Fence)) == 1,
        cancellationToken);
}
