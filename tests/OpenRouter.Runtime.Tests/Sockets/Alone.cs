namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>Tests that measure time, memory or the number of tasks run after all others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
