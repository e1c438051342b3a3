using Worker.Jobs;

namespace Worker.Storage;

/// <summary>Saved text, for those who follow a job that runs elsewhere.</summary>
internal sealed class SegmentStore(IJobDatabase database)
{
    /// <summary>Reads what the latest attempt with text has saved; from a place on, if it is still the attempt that the reader has seen.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="fence">The attempt whose text the reader has.</param>
    /// <param name="offset">How much of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<Segment>> ReadAsync(string jobId, long fence, int offset, CancellationToken cancellationToken) => database.QueryAsync(
        session => session.ReadAsync(
            """
            SELECT fence, start, text FROM segments
            WHERE job_id = @id AND fence = (SELECT max(fence) FROM segments WHERE job_id = @id)
                AND (fence <> @fence OR start >= (SELECT max(start) FROM segments WHERE job_id = @id AND fence = @fence AND start <= @offset))
            ORDER BY start
            """,
            static row => new Segment(row.Number(0), row.Count(1), row.Text(2)),
            ("id", jobId),
            ("fence", fence),
            ("offset", (long)offset)),
        cancellationToken);
}
