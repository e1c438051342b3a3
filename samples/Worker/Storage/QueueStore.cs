using Worker.Jobs;

namespace Worker.Storage;

/// <summary>The queue as a whole.</summary>
internal sealed class QueueStore(IJobDatabase database)
{
    public Task<QueueState> ReadAsync(CancellationToken cancellationToken) => database.QueryAsync(
        async session => (await session.ReadAsync(
            $"""
            SELECT
                (SELECT count(*) FROM jobs WHERE state = 'queued'),
                (SELECT count(*) FROM jobs WHERE state = 'leased'),
                (SELECT count(*) FROM jobs WHERE state = 'dead'),
                (SELECT min(run_at) FROM jobs WHERE state = 'queued'),
                {database.Now},
                (SELECT paused_until FROM queue),
                (SELECT pause_reason FROM queue)
            """,
            static row => Read(row)))[0],
        cancellationToken);

    /// <summary>Lets claims begin again.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken) => database.RunAsync(
        session => session.ExecuteAsync("UPDATE queue SET paused_until = 0, pause_reason = NULL"),
        cancellationToken);

    private static QueueState Read(SqlRow row)
    {
        var now = row.Number(4);
        var age = row.NumberOrNull(3) is { } oldest ? TimeSpan.FromMilliseconds(Math.Max(0, now - oldest)) : TimeSpan.Zero;
        var pause = row.Number(5) - now;
        return new QueueState(row.Number(0), row.Number(1), row.Number(2), age, pause > 0 ? TimeSpan.FromMilliseconds(pause) : null, pause > 0 ? row.TextOrNull(6) : null);
    }
}
