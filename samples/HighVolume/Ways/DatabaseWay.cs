using System.Text;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>
/// A row an answer. A database likes one writer and large transactions, so all streams hand their answers to one loop through a channel that
/// holds 64: when the disk falls behind, readers wait, and through them the service.
/// </summary>
internal sealed class DatabaseWay : IWay
{
    private readonly Channel<Row> _rows = Channel.CreateBounded<Row>(new BoundedChannelOptions(64) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Task _writing;

    private DatabaseWay(SqliteConnection connection)
    {
        _connection = connection;
        _writing = WriteAsync();
    }

    public string Name => "database";

    public static async Task<DatabaseWay> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            DROP TABLE IF EXISTS answers;
            CREATE TABLE answers (number INTEGER PRIMARY KEY, finish_reason TEXT, generation_id TEXT, cost TEXT, text TEXT NOT NULL);
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new DatabaseWay(connection);
    }

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var answer = await stream.CollectAsync(cancellationToken);
        await _rows.Writer.WriteAsync(new Row(number, answer), cancellationToken);
        return Encoding.UTF8.GetByteCount(answer.Text);
    }

    /// <summary>Waits until everything is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _rows.Writer.TryComplete();
        try
        {
            await _writing;
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            while (await _rows.Reader.WaitToReadAsync())
            {
                // What has gathered while the last transaction was written is the next one.
                await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
                while (_rows.Reader.TryRead(out var row))
                {
                    await InsertAsync(row, transaction);
                }

                await transaction.CommitAsync();
            }
        }
        catch (SqliteException exception)
        {
            // Readers that wait for room hear of it; else they would wait for ever.
            _rows.Writer.TryComplete(exception);
            throw;
        }
    }

    private async Task InsertAsync(Row row, SqliteTransaction transaction)
    {
        await using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO answers VALUES ($number, $reason, $generation, $cost, $text)";
        command.Parameters.AddWithValue("$number", row.Number);
        command.Parameters.AddWithValue("$reason", (object?)row.Answer.FinishReason ?? DBNull.Value);
        command.Parameters.AddWithValue("$generation", (object?)row.Answer.GenerationId ?? DBNull.Value);
        command.Parameters.AddWithValue("$cost", row.Answer.Usage?.Cost is { } cost ? cost.ToString(System.Globalization.CultureInfo.InvariantCulture) : DBNull.Value);
        command.Parameters.AddWithValue("$text", row.Answer.Text);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Row(int Number, ChatAnswer Answer);
}
