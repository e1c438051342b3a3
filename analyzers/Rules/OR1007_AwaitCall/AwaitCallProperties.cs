namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>What the analyzer tells the code fix.</summary>
internal static class AwaitCallProperties
{
    /// <summary>What can be done: <see cref="Await"/> or <see cref="ReturnTask"/>.</summary>
    public const string Repair = nameof(Repair);

    public const string Await = nameof(Await);

    public const string ReturnTask = nameof(ReturnTask);
}
