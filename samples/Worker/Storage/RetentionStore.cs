namespace Worker.Storage;

/// <summary>Deletes texts that nobody needs any more.</summary>
internal sealed class RetentionStore(IJobDatabase database)
{
    /// <summary>Deletes prompts, answers, pieces and errors of jobs that ended long ago. The row stays: its key still keeps a late repetition from running again.</summary>
    /// <param name="keep">How long they are kept.</param>
    /// <param name="count">How many jobs at most, so that no transaction becomes long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many jobs it was.</returns>
    public Task<int> DeleteTextsAsync(TimeSpan keep, int count, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var ids = await session.ReadAsync(
                $"""
                WITH picked AS MATERIALIZED (
                    SELECT id FROM jobs WHERE payload IS NOT NULL AND finished_at < {database.Now} - @keep ORDER BY finished_at LIMIT @count {database.SkipLocked})
                UPDATE jobs SET payload = NULL, answer = NULL, error = NULL, updated_at = {database.Now} WHERE id IN (SELECT id FROM picked)
                RETURNING id
                """,
                static row => row.Text(0),
                ("keep", keep),
                ("count", (long)count));
            foreach (var id in ids)
            {
                await session.ExecuteAsync("DELETE FROM segments WHERE job_id = @id", ("id", id));
            }

            return ids.Count;
        },
        cancellationToken);
}
