using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.OwnSchema;

/// <summary>samples/OwnSchema as it was built: against its emulator, and against a server that speaks as local ones do.</summary>
public sealed class OwnSchemaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task WithoutAServer_TheEmulatorAnswers_AndThePageShowsWhatIsSaid()
    {
        using var program = Start();
        var result = await program.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("The lighthouse", result.Output, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(Path.Combine(BuildFacts.RepositoryRoot, "samples/OwnSchema/README.md"), Token);
        Assert.Equal("LOCAL_CHAT_URL is not set: the emulator in this program answers.", result.ErrorLines[0]);
        Assert.All(result.ErrorLines.Skip(1), line => Assert.Contains($"\n{line}\n", page, StringComparison.Ordinal));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Server_IsAskedAsTheDocumentSays_AndItsRefusalIsSaid()
    {
        using var server = LoopbackServer.Start(static peer => peer.AnswerAsync("404 Not Found", """{"error":{"message":"no such path"}}"""), Token);

        using var program = Start(server.BaseUrl);
        var result = await program.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("GET /api/v1/models HTTP/1.1", server.Request, StringComparison.Ordinal);
        Assert.Contains("no such path", result.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Address_ThatIsNone_IsSaid()
    {
        using var program = Start("not an address");
        var result = await program.EndAsync();

        Assert.Equal((2, "LOCAL_CHAT_URL is no http address: not an address"), (result.ExitCode, result.Error.TrimEnd()));
    }

    // The address is a variable of the process, so it goes through env; without one it is taken away.
    private static RunningProgram Start(string? address = null)
        => RunningProgram.Start("env", [address is null ? "--unset=LOCAL_CHAT_URL" : "LOCAL_CHAT_URL=" + address, RunningProgram.Host, BuildFacts.OwnSchemaAssembly, "Tell", "me"], Token);
}
