using System.Data.Common;

namespace Worker.Storage;

/// <summary>Runs statements inside one transaction. Values are parameters, always.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params IReadOnlyList<(string Name, object? Value)> values)
    {
        await using var command = Make(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads all rows of a statement.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<SqlRow, T> read, params IReadOnlyList<(string Name, object? Value)> values)
    {
        await using var command = Make(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new SqlRow(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private DbCommand Make(string sql, IReadOnlyList<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                TimeSpan time => (long)time.TotalMilliseconds,
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
