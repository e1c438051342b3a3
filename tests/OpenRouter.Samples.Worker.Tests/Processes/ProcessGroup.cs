namespace OpenRouter.Samples.Worker.Tests.Processes;

/// <summary>Tests that start many processes run one after another: together they would only wait for each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessGroup
{
    public const string Name = "Processes";
}
