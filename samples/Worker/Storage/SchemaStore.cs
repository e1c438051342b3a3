namespace Worker.Storage;

/// <summary>Brings the schema up to date. Any number of processes may do so at once, as often as they like.</summary>
internal sealed class SchemaStore(IJobDatabase database)
{
    /// <param name="upTo">The last step to take.</param>
    /// <param name="cancellationToken">Stops between the steps; each is whole or not there.</param>
    /// <exception cref="InvalidOperationException">The schema was made by a newer program.</exception>
    public Task MigrateAsync(int upTo, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            if (database.LockSchema.Length > 0)
            {
                await session.ReadAsync(database.LockSchema, static _ => 0);
            }

            await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_steps (version bigint PRIMARY KEY, applied_at bigint NOT NULL)");
            var current = (await session.ReadAsync("SELECT coalesce(max(version), 0) FROM schema_steps", static row => row.Count(0)))[0];
            if (current > Migration.All[^1].Version)
            {
                throw new InvalidOperationException($"The database has step {current} of the schema, and this program knows {Migration.All[^1].Version}. Start the newer program.");
            }

            foreach (var migration in Migration.All.Where(step => step.Version > current && step.Version <= upTo))
            {
                foreach (var statement in migration.Statements)
                {
                    await session.ExecuteAsync(statement);
                }

                await session.ExecuteAsync($"INSERT INTO schema_steps (version, applied_at) VALUES (@version, {database.Now})", ("version", (long)migration.Version));
            }

            return true;
        },
        cancellationToken);

    public Task MigrateAsync(CancellationToken cancellationToken) => MigrateAsync(Migration.All[^1].Version, cancellationToken);
}
