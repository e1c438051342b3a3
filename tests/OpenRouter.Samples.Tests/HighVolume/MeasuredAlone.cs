namespace OpenRouter.Samples.Tests.HighVolume;

/// <summary>Tests that measure run while no others do: what waits for a busy machine is memory too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
