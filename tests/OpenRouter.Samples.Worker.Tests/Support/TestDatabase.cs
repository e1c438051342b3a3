using Microsoft.Data.Sqlite;
using Worker.Storage;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>An empty database of a test, and a look into it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _folder;

    private TestDatabase(string setting, string? folder)
    {
        Setting = setting;
        _folder = folder;
        Database = DatabaseChoice.Make(setting);
    }

    /// <summary>What the worker is told.</summary>
    public string Setting { get; }

    public IJobDatabase Database { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> MakeAsync(DatabaseKind kind, PostgresServer server)
    {
        if (kind == DatabaseKind.Postgres)
        {
            return new TestDatabase(await server.NewSchemaAsync(Token), folder: null);
        }

        var folder = Directory.CreateTempSubdirectory("worker-").FullName;
        return new TestDatabase(Path.Combine(folder, "jobs.db"), folder);
    }

    /// <summary>The same with the schema in it.</summary>
    public static async Task<TestDatabase> MakeReadyAsync(DatabaseKind kind, PostgresServer server)
    {
        var database = await MakeAsync(kind, server);
        await new SchemaStore(database.Database).MigrateAsync(Token);
        return database;
    }

    public Task<List<T>> ReadAsync<T>(string sql, Func<SqlRow, T> read) => Database.QueryAsync(session => session.ReadAsync(sql, read), Token);

    public async Task<long> NumberAsync(string sql) => (await ReadAsync(sql, static row => row.Number(0)))[0];

    public Task<int> ExecuteAsync(string sql) => Database.RunAsync(session => session.ExecuteAsync(sql), Token);

    /// <summary>Waits until a count is what it should be.</summary>
    public async Task SeeAsync(string sql, long expected, TimeSpan? patience = null)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var number = await NumberAsync(sql);
            if (number == expected)
            {
                return;
            }

            Assert.True(clock.Elapsed < (patience ?? TimeSpan.FromSeconds(60)), $"{sql}: {number} instead of {expected} after {clock.Elapsed}.");
            await Task.Delay(50, Token);
        }
    }

    /// <summary>
    /// Lets a worker stand still where it holds no lock. One that stands still within a transaction keeps others from its job, and with SQLite from all jobs, until it goes on
    /// or is ended: that is how these databases are, and a matter of chance.
    /// </summary>
    public async Task StopBetweenTransactionsAsync(WorkerProcess worker)
    {
        do
        {
            await worker.SignalAsync("CONT");
            await worker.SignalAsync("STOP");
        }
        while (!await IsFreeAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Whether nobody holds a lock on a job.</summary>
    private async Task<bool> IsFreeAsync()
    {
        try
        {
            var free = await Database.RunAsync(session => session.ReadAsync($"SELECT id FROM jobs {Database.SkipLocked}", static row => row.Text(0)), Token);
            return free.Count == await NumberAsync("SELECT count(*) FROM jobs");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            return false;
        }
    }
}
