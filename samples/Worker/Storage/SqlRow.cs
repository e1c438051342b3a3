using System.Data.Common;

namespace Worker.Storage;

/// <summary>The columns of a row, by their place.</summary>
internal sealed class SqlRow(DbDataReader reader)
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    public long? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Count(int column) => checked((int)reader.GetInt64(column));

    public TimeSpan Span(int column) => TimeSpan.FromMilliseconds(reader.GetInt64(column));

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);
}
