namespace OpenRouter.Generated.Tests.Readme;

/// <summary>What a README shows as the output of a program is what the program prints.</summary>
public sealed class ReadmeOutputTests
{
    public static TheoryData<string> Programs => [.. ReadmePages.Blocks.Where(static block => block.IsRun).Select(static block => block.Name)];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Programs))]
    public async Task Program_AgainstTheEmulator_PrintsWhatIsShown(string name)
    {
        var token = TestContext.Current.CancellationToken;
        using var emulator = ReadmeScripts.EmulatorFor(name);
        await using var server = await EmulatorServer.StartAsync(emulator, token);
        using var program = new ReadmeProgram(ReadmePages.Blocks.Single(block => block.IsRun && block.Name == name), token);

        var output = await program.RunAsync(server, emulator, token);

        var shown = ReadmePages.Find(ReadmeBlock.Output, name);
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            ReadmePages.Replace(shown, output);
            return;
        }

        Assert.Equal(shown.Code, output);
        ReadmeScripts.Check(name, emulator.Requests);
    }

    [Fact]
    public void Outputs_AndFiles_BelongToPrograms()
    {
        var programs = ReadmePages.Blocks.Where(static block => block.IsRun).Select(static block => block.Name).ToList();

        Assert.Equal(programs, programs.Distinct());
        Assert.Equal(programs.Order(), ReadmePages.Blocks.Where(static block => block.Kind == ReadmeBlock.Output).Select(static block => block.Name).Order());
        Assert.All(ReadmePages.Blocks.Where(static block => block.Kind.StartsWith("file of ", StringComparison.Ordinal)), file => Assert.Contains(file.Kind["file of ".Length..], programs));
    }
}
