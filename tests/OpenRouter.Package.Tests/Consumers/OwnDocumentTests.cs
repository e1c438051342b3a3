using OpenRouter.Package.Tests.Documents;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>A console program with a document of its own, the generator and the runtime.</summary>
public sealed class OwnDocumentTests(PackedFeed feed)
{
    private const string Streaming =
        """
        using OpenRouter.Core;
        using Parrot.Core;
        using Parrot.Models;

        using var client = new ParrotClient(new OpenRouterClientOptions { ApiKey = "none", BaseAddress = new Uri(args[0]) });
        await using var stream = client.Chat.StreamSayAsync(new Question { Model = "a/b", Messages = [new Message { Role = "user", Content = "Hello" }] });
        await foreach (var text in stream.TextAsync())
        {
            Console.Write(text);
        }

        Console.WriteLine($" [{stream.Answer.FinishReason}]");
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task JsonDocument_Streams()
    {
        using var consumer = Console("net10.0").Write("parrot.openapi.json", ChatDocument.Json).Write("Program.cs", Streaming);

        await consumer.BuildAsync("Console.csproj");

        await AssertStreamsAsync(url => consumer.RunAsync("bin/Debug/net10.0/Console.dll", url));
    }

    [Fact]
    public async Task YamlDocument_Streams()
    {
        using var consumer = Console("net8.0", "<RollForward>Major</RollForward>").Write("api/parrot.openapi.yaml", ChatDocument.Yaml).Write("Program.cs", Streaming);

        await consumer.BuildAsync("Console.csproj");

        await AssertStreamsAsync(url => consumer.RunAsync("bin/Debug/net8.0/Console.dll", url));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [Trait("Category", "Aot")]
    public async Task PublishAot_HasNoWarning_AndTheProgramStreams(string framework)
    {
        using var consumer = Console(framework, "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>")
            .Write("parrot.openapi.json", ChatDocument.Json)
            .Write("Program.cs", Streaming);

        var program = await consumer.PublishAsync("Console.csproj");

        TestContext.Current.SendDiagnosticMessage("A native program of its own document for {0} has {1:N0} bytes.", framework, new FileInfo(program).Length);
        await AssertStreamsAsync(url => consumer.RunProgramAsync(program, url));
    }

    [Fact]
    public async Task Overlay_AndSelection_DecideWhatIsEmitted()
    {
        using var consumer = Console("net8.0", "<OpenRouterOperations>getCage</OpenRouterOperations>")
            .Write("parrot.openapi.json", ChatDocument.Json)
            .Write("parrot.overlay.yaml", ChatDocument.Overlay)
            .Write("Program.cs", "System.Console.WriteLine(new Parrot.Models.Aviary { Id = \"1\", WidthInCentimetres = 40 }.WidthInCentimetres);");
        await consumer.BuildAsync("Console.csproj");

        consumer.Write("Program.cs", "System.Console.WriteLine(new Parrot.Models.Question());");
        var output = await consumer.TryBuildAsync("Console.csproj");

        Assert.Equal(["Program.cs(1,44): error CS0234"], output.Messages.Select(static message => message.Place));
    }

    [Theory]
    [InlineData("<OpenRouterOperations>getCage;tag:Chat</OpenRouterOperations>", "")]
    [InlineData("", "<AdditionalFiles Update=\"parrot.openapi.json\" OpenRouterOperations=\"getCage;tag:Chat\" />")]
    public async Task SelectionOfSeveral_IsHeardToItsEnd(string property, string item)
    {
        using var consumer = new Consumer(feed)
            .WriteProject("Console.csproj", "net8.0", "<OutputType>Exe</OutputType>" + property, item, packages: ["OpenRouter.Generator", "OpenRouter.Runtime"])
            .Write("parrot.openapi.json", ChatDocument.Json)
            .Write("Program.cs", "System.Console.WriteLine(typeof(Parrot.Api.ICagesApi).Name + typeof(Parrot.Api.IChatApi).Name);");

        await consumer.BuildAsync("Console.csproj");
    }

    [Fact]
    public async Task ChangedField_ChangesTheTypeAtTheNextBuild()
    {
        using var consumer = Console("net8.0")
            .Write("parrot.openapi.json", ChatDocument.Json)
            .Write("Program.cs", "long? width = new Parrot.Models.Cage { Id = \"1\", Width = 40 }.Width;\nSystem.Console.WriteLine(width);\n");
        await consumer.BuildAsync("Console.csproj");

        consumer.Write("parrot.openapi.json", ChatDocument.With("\"width\": { \"type\": \"integer\" }", "\"width\": { \"type\": \"string\" }"));
        var output = await consumer.TryBuildAsync("Console.csproj");

        Assert.Equal(["Program.cs(1,58): error CS0029"], output.Messages.Select(static message => message.Place));
    }

    [Fact]
    public async Task WrongDocument_IsReportedWhereItIsWrong()
    {
        var wrong = ChatDocument.With("\"$ref\": \"#/components/schemas/Cage\"", "\"$ref\": \"#/components/schemas/Cagge\"");
        using var consumer = Console("net8.0").Write("parrot.openapi.json", wrong).Write("Program.cs", "");
        var lines = wrong.Split('\n');
        var line = Array.FindIndex(lines, static text => text.Contains("Cagge", StringComparison.Ordinal));

        var output = await consumer.TryBuildAsync("Console.csproj");

        Assert.False(output.Succeeded);
        var problem = Assert.Single(output.Messages, static message => message.Id.StartsWith("ORG", StringComparison.Ordinal));
        Assert.Equal(("parrot.openapi.json", line + 1, lines[line].IndexOf("\"#/components/schemas/Cagge\"", StringComparison.Ordinal) + 1), (problem.File, problem.Line, problem.Column));
        Assert.Contains("Cagge", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoRuntime_IsSaidOnce()
    {
        using var consumer = new Consumer(feed)
            .WriteProject("Console.csproj", "net8.0", "<OutputType>Exe</OutputType>", packages: "OpenRouter.Generator")
            .Write("parrot.openapi.json", ChatDocument.Json)
            .Write("Program.cs", "System.Console.WriteLine();");

        var output = await consumer.TryBuildAsync("Console.csproj");

        var message = Assert.Single(output.Messages);
        Assert.StartsWith("ORG", message.Id, StringComparison.Ordinal);
        Assert.Contains("OpenRouter.Runtime", message.Text, StringComparison.Ordinal);
    }

    private static async Task AssertStreamsAsync(Func<string, Task<ProgramResult>> run)
    {
        using var server = LoopbackServer.Start(ClientProgram.AnswerAsync, Token);

        var result = await run(server.BaseUrl);

        Assert.Equal((0, "Hello, world [stop]", ""), (result.ExitCode, result.Output.TrimEnd(), result.Error));
        Assert.Contains("\"stream\":true", server.Request, StringComparison.Ordinal);
    }

    private Consumer Console(string framework, string properties = "")
        => new Consumer(feed).WriteProject("Console.csproj", framework, "<OutputType>Exe</OutputType>" + properties, packages: ["OpenRouter.Generator", "OpenRouter.Runtime"]);
}
