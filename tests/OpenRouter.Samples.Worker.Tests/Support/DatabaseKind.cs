namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>The databases that the queue can be in.</summary>
public enum DatabaseKind
{
    Sqlite,

    Postgres,
}
