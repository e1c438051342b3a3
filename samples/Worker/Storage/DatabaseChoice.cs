namespace Worker.Storage;

/// <summary>Decides which database the queue is in.</summary>
internal static class DatabaseChoice
{
    /// <param name="setting">A file, or a connection string, which has an equals sign.</param>
    public static IJobDatabase Make(string setting)
        => setting.Contains('=', StringComparison.Ordinal) ? new PostgresDatabase(setting) : new SqliteDatabase(setting);
}
