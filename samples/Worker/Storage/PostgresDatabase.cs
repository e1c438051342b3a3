using Npgsql;

namespace Worker.Storage;

/// <summary>PostgreSQL: workers on many hosts. Its role needs no more than its own schema.</summary>
internal sealed class PostgresDatabase(string connectionString) : IJobDatabase
{
    private const string Channel = "worker_jobs";
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(connectionString).Build();

    /// <summary>Not <c>now()</c>, which stands still within a transaction: what waited for a lock would be given a lease that has partly passed.</summary>
    public string Now => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public string Announce => $"SELECT pg_notify('{Channel}', '')";

    public string LockSchema => "SELECT pg_advisory_xact_lock(7013370)";

    public async Task<T> RunAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new SqlSession(connection, transaction, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public Task<T> QueryAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, cancellationToken);

    public async Task ListenAsync(Action heard, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => heard();
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
