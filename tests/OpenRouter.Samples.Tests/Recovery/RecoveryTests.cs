using System.Runtime.CompilerServices;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Recovery;

/// <summary>samples/Recovery as it was built: every fault under every policy.</summary>
public sealed class RecoveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The listing beside this file is what the program shows; <c>VERIFY_ACCEPT=1</c> writes it anew.</summary>
    [Fact(Timeout = RunningProgram.Patience)]
    public async Task EveryFaultUnderEveryPolicy_IsAsListed()
    {
        var result = await RunAsync("all", "all");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var listing = Path.Combine(Folder(), "scenes.verified.txt");
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(listing, result.Output, Token);
        }

        Assert.Equal(await File.ReadAllTextAsync(listing, Token), result.Output);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task SceneOfThePage_IsAsShown()
    {
        var result = await RunAsync("cut", "continue");

        var page = await File.ReadAllTextAsync(Path.Combine(BuildFacts.RepositoryRoot, "samples/Recovery/README.md"), Token);
        Assert.Contains("```\n" + result.Output.TrimEnd() + "\n```", page, StringComparison.Ordinal);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("There is no fault 'flood'. Try --help.", "flood")]
    [InlineData("There is no policy 'hope'. Try --help.", "cut", "hope")]
    [InlineData("A fault and a policy are all that can be named. Try --help.", "cut", "restart", "now")]
    [InlineData("Name a fault and a policy, or \"all\".")]
    public async Task WrongWords_AreSaid(string message, params string[] words)
    {
        var result = await RunAsync(words);

        Assert.Equal((2, message), (result.ExitCode, result.Error.TrimEnd()));
    }

    private static async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        using var program = RunningProgram.Start(RunningProgram.Host, [BuildFacts.RecoveryAssembly, .. arguments], Token);
        return await program.EndAsync();
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
