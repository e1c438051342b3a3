using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>Projects of ASP.NET Core: the rules look into them, where something is wrong and only there.</summary>
public sealed class WebConsumerTests(PackedFeed feed)
{
    private const string Api =
        """
        using OpenRouter.Core;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IOpenRouterClient>(_ => new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "none", BaseAddress = new Uri(args[0]) }));
        var app = builder.Build();
        app.MapGet("/ask", async (IOpenRouterClient client, CancellationToken aborted) =>
        {
            var answer = await client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hello").StreamAsync(aborted).CollectAsync(aborted);
            return answer.FinishReason == "stop" ? answer.Text : $"unfinished: {answer.FinishReason}";
        });
        await app.StartAsync();
        using (var http = new HttpClient())
        {
            Console.WriteLine(await http.GetStringAsync(app.Urls.Single() + "/ask"));
        }

        await app.StopAsync();
        """;

    private const string Page =
        """
        @page "/chat"
        @using OpenRouter.Core
        @inject IOpenRouterClient Client

        <button @onclick="AskAsync">Ask</button>
        <div>@((MarkupString)_text)</div>

        @code {
            private string _text = "";

            private async Task AskAsync()
            {
                await foreach (var chunk in Client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hi").StreamAsync())
                {
                    _text += chunk.Choices is [var choice, ..] ? choice.Delta?.Content : null;
                }
            }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [Trait("Category", "Aot")]
    public async Task MinimalApi_PublishesNatively_WithoutADiagnostic(string framework)
    {
        using var consumer = new Consumer(feed)
            .WriteProject("Web.csproj", framework, "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>", sdk: "Microsoft.NET.Sdk.Web", packages: "OpenRouter.Generated")
            .Write("Program.cs", Api);

        var program = await consumer.PublishAsync("Web.csproj");

        using var server = LoopbackServer.Start(ClientProgram.AnswerAsync, Token);
        var result = await consumer.RunProgramAsync(program, server.BaseUrl);
        Assert.Contains("Hello, world\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task BlazorPage_IsJudgedAtItsLines_AndEditorConfigCounts()
    {
        using var consumer = Blazor().Write("Components/Chat.razor", Page);

        var output = await consumer.TryBuildAsync("Blazor.csproj");
        consumer.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.OR1001.severity = none\ndotnet_diagnostic.OR4002.severity = error\n");
        var strict = await consumer.TryBuildAsync("Blazor.csproj");

        Assert.True(output.Succeeded, output.Text);
        Assert.Equal(["Chat.razor(6): warning OR4002", "Chat.razor(13): warning OR1001"], output.Messages.Select(Line));
        Assert.False(strict.Succeeded);
        Assert.Equal(["Chat.razor(6): error OR4002"], strict.Messages.Select(Line));
    }

    [Fact]
    public async Task BlazorPage_WithoutAFault_HasNoDiagnostic()
    {
        using var consumer = Blazor().Write(
            "Components/Chat.razor",
            Page.Replace("@((MarkupString)_text)", "@_text", StringComparison.Ordinal)
                .Replace("await foreach", "var stream =", StringComparison.Ordinal)
                .Replace("var stream = (var chunk in Client", "await using var stream = Client", StringComparison.Ordinal)
                .Replace(".StreamAsync())", ".StreamAsync();", StringComparison.Ordinal)
                .Replace("_text += chunk.Choices is [var choice, ..] ? choice.Delta?.Content : null;", "await foreach (var text in stream.BatchAsync(TimeSpan.FromMilliseconds(50))) { _builder.Append(text); _text = _builder.ToString(); }\n            if (stream.Answer.FinishReason != \"stop\") { _text += \" [cut off]\"; }", StringComparison.Ordinal)
                .Replace("private string _text = \"\";", "private string _text = \"\";\n    private readonly System.Text.StringBuilder _builder = new();", StringComparison.Ordinal));

        await consumer.BuildAsync("Blazor.csproj");
    }

    // A page has columns of its translation only where Razor maps them; lines are what a person looks for.
    private static string Line(BuildMessage message) => $"{message.File}({message.Line}): {message.Severity} {message.Id}";

    private Consumer Blazor() => new Consumer(feed)
        .WriteProject("Blazor.csproj", "net8.0", sdk: "Microsoft.NET.Sdk.Web", packages: "OpenRouter.Generated")
        .Write("Program.cs", "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddRazorComponents().AddInteractiveServerComponents();\nawait builder.Build().RunAsync();\n")
        .Write("Components/_Imports.razor", "@using Microsoft.AspNetCore.Components\n@using Microsoft.AspNetCore.Components.Web\n");
}
