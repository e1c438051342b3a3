using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>A console program that references <c>OpenRouter.Generated</c> and nothing else.</summary>
public sealed class ClientConsumerTests(PackedFeed feed)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("net10.0")]
    public async Task Program_OnEachFramework_BuildsWithoutAWarning(string framework)
    {
        using var consumer = Console(framework, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        await consumer.BuildAsync("Console.csproj");
    }

    [Fact]
    public async Task Program_Streams()
    {
        using var consumer = Console("net10.0");
        await consumer.BuildAsync("Console.csproj");

        await AssertStreamsAsync(url => consumer.RunAsync("bin/Debug/net10.0/Console.dll", url));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [Trait("Category", "Aot")]
    public async Task PublishAot_HasNoWarning_AndTheProgramStreams(string framework)
    {
        using var consumer = Console(framework, "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>");

        var program = await consumer.PublishAsync("Console.csproj");

        TestContext.Current.SendDiagnosticMessage("A native program for {0} has {1:N0} bytes.", framework, new FileInfo(program).Length);
        // 7.7 MB when this was written. One decompressor that is reached by accident is a megabyte.
        Assert.InRange(new FileInfo(program).Length, 0, 9_000_000);
        await AssertStreamsAsync(url => consumer.RunProgramAsync(program, url));
    }

    [Fact]
    [Trait("Category", "Aot")]
    public async Task PublishTrimmed_HasNoWarning_AndTheProgramStreams()
    {
        using var consumer = Console("net8.0", "<PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode><SelfContained>true</SelfContained>");

        var program = await consumer.PublishAsync("Console.csproj");

        await AssertStreamsAsync(url => consumer.RunProgramAsync(program, url));
    }

    private static async Task AssertStreamsAsync(Func<string, Task<ProgramResult>> run)
    {
        using var server = LoopbackServer.Start(ClientProgram.AnswerAsync, Token);

        var result = await run(server.BaseUrl);

        Assert.Equal((0, ClientProgram.Output, ""), (result.ExitCode, result.Output.TrimEnd(), result.Error));
        Assert.Contains("\"model\":\"a/b\"", server.Request, StringComparison.Ordinal);
    }

    private Consumer Console(string framework, string properties = "") => new Consumer(feed)
        .WriteProject("Console.csproj", framework, "<OutputType>Exe</OutputType>" + properties, packages: "OpenRouter.Generated")
        .Write("Program.cs", ClientProgram.Text);
}
