using System.Data.Common;

namespace Worker.Storage;

/// <summary>
/// What differs between databases. The stores beside it are written once, in the SQL that both understand; times are milliseconds since 1970, and every one of them is
/// written by the database, so no clock of a worker is ever believed.
/// </summary>
internal interface IJobDatabase : IAsyncDisposable
{
    /// <summary>The time in SQL, in milliseconds.</summary>
    string Now { get; }

    /// <summary>What makes a SELECT lock the rows that it finds and pass over those that somebody else has locked.</summary>
    string SkipLocked { get; }

    /// <summary>A statement that tells other processes of new work; empty where there are none.</summary>
    string Announce { get; }

    /// <summary>A statement that lets only one process at a time change the schema; empty where a transaction does.</summary>
    string LockSchema { get; }

    /// <summary>Runs a transaction. It is rolled back when the work throws.</summary>
    Task<T> RunAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Runs a transaction that only reads. It waits for nobody who writes.</summary>
    Task<T> QueryAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Hears of new work until it is cancelled. It is a hint: whoever misses it looks by himself a little later.</summary>
    /// <exception cref="DbException">The connection was lost.</exception>
    Task ListenAsync(Action heard, CancellationToken cancellationToken);
}
