using Microsoft.Data.Sqlite;

namespace Worker.Storage;

/// <summary>
/// SQLite: nothing to install, and one host alone. Several processes of that host may share the file. Its clock is the clock of the host, which is the same for
/// all of them; a step of that clock lengthens or shortens leases, and the fence keeps results right even then.
/// </summary>
internal sealed class SqliteDatabase : IJobDatabase
{
    private readonly string _connectionString;

    /// <summary>SQLite has one writer at a time. Waiting here is fair and costs nothing; waiting inside SQLite means sleeping and trying again.</summary>
    private readonly SemaphoreSlim _writer = new(1);

    public SqliteDatabase(string file)
        => _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30, Pooling = true, ForeignKeys = true }.ToString();

    public string Now => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public string SkipLocked => "";

    public string Announce => "";

    public string LockSchema => "";

    public async Task<T> RunAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            // BEGIN IMMEDIATE: a transaction that reads first and writes later would fail when somebody else wrote in between.
            return await RunAsync(work, deferred: false, cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task<T> QueryAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, deferred: true, cancellationToken);

    /// <summary>Other processes on this file are found by looking.</summary>
    public Task ListenAsync(Action heard, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> RunAsync<T>(Func<SqlSession, Task<T>> work, bool deferred, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await PrepareAsync(connection, cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred);
        var result = await work(new SqlSession(connection, transaction, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private static async Task PrepareAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // WAL lets readers read while one writes, and survives the death of the process at any point; FULL also survives that of the machine.
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
