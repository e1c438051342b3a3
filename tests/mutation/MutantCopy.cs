using OpenRouter.Runtime.Sse;

namespace OpenRouter.Mutation;

/// <summary>The only test that Stryker runs: it puts the mutated assembly aside, for the run with all tests.</summary>
public sealed class MutantCopy
{
    [Fact]
    public void Assembly_IsPutAside()
    {
        File.Copy(typeof(SseReader).Assembly.Location, Environment.GetEnvironmentVariable("MUTANT_COPY")!, overwrite: true);
        Assert.True(true);
    }
}
