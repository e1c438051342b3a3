using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>
/// A project with <c>OpenRouter.Refit</c> and an assembly that declares what its sources name of Refit. Refit itself, whose generator would implement the interfaces, is not needed
/// to see that they compile and that errors and streams of an answer are read.
/// </summary>
public sealed class RefitConsumerTests(PackedFeed feed)
{
    private const string Program =
        """
        using OpenRouter;
        using OpenRouter.Core;
        using OpenRouter.Refit;

        var settings = OpenRouterRefit.CreateSettings("sk-or-v1-0123456789abcdef0123456789abcdef");
        using var http = new HttpClient();
        var response = await http.GetAsync(new Uri(args[0] + "/chat/completions"), HttpCompletionOption.ResponseHeadersRead);
        if (await settings.ExceptionFactory(response) is { } failure)
        {
            var error = (OpenRouterException)failure;
            Console.WriteLine($"{(int?)error.StatusCode} {error.ErrorType} {error.RetryAfter?.TotalSeconds}");
            return;
        }

        await using var stream = response.ReadChatStream();
        await foreach (var text in stream.TextAsync())
        {
            Console.Write(text);
        }

        Console.WriteLine($" [{stream.Answer.FinishReason}, ${stream.Answer.Usage?.Cost}, {stream.Answer.Provider}] {typeof(IChatRefit).Name} {typeof(IChatRefit).IsPublic}");
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Interfaces_Compile_AndErrorsAndStreamsAreRead()
    {
        using var consumer = App();
        await consumer.BuildAsync("app/App.csproj");

        Assert.Equal(ClientProgram.Output + " IChatRefit False", await RunAsync(consumer, ClientProgram.AnswerAsync));
        Assert.Equal("429 rate_limit_exceeded 7", await RunAsync(consumer, static peer => peer.AnswerAsync("429 Too Many Requests", """{"error":{"code":429,"message":"slow down","metadata":{"error_type":"rate_limit_exceeded"}}}""", headers: "Retry-After: 7\r\n")));
    }

    [Fact]
    public async Task StrictProject_CompilesTheSourcesWithoutAWarning()
    {
        using var consumer = App("<LangVersion>12</LangVersion><Nullable>disable</Nullable><AnalysisMode>All</AnalysisMode><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>CA1303;CA2007;CA1515;CA1062;CA1812</NoWarn>");

        await consumer.BuildAsync("app/App.csproj");
    }

    [Fact]
    public async Task WithoutRefit_OneSentenceSaysSo()
    {
        using var consumer = App(refit: "");

        var output = await consumer.TryBuildAsync("app/App.csproj");

        Assert.Equal(["ORREFIT4"], output.Messages.Select(static message => message.Id));
    }

    private static async Task<string> RunAsync(Consumer consumer, Func<LoopbackPeer, Task> answer)
    {
        using var server = LoopbackServer.Start(answer, Token);
        var result = await consumer.RunAsync("app/bin/Debug/net10.0/App.dll", server.BaseUrl);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.TrimEnd();
    }

    private Consumer App(string properties = "", string refit = "<ProjectReference Include=\"../refit/Refit.csproj\" />") => new Consumer(feed)
        .WriteProject("refit/Refit.csproj", "net8.0")
        .Write("refit/Attributes.cs", RefitDeclarations.Source)
        .Write("refit/Settings.cs", RefitDeclarations.Settings("ValueTask"))
        .WriteProject("app/App.csproj", "net10.0", "<OutputType>Exe</OutputType>" + properties, refit, packages: "OpenRouter.Refit")
        .Write("app/Program.cs", Program);
}
