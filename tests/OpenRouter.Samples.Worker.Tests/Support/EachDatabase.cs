namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>Lets a test run once on each database.</summary>
public sealed class EachDatabase : TheoryData<DatabaseKind>
{
    public EachDatabase()
        : base(DatabaseKind.Sqlite, DatabaseKind.Postgres)
    {
    }
}
