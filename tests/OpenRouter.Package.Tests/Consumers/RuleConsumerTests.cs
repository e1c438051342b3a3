using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>The rules reach whoever references one of the packages, and are set as every rule is.</summary>
public sealed class RuleConsumerTests(PackedFeed feed)
{
    private const string Program =
        """
        using System.Threading;
        using OpenRouter.Core;

        public static class Bot
        {
            public static async Task SayAsync(IOpenRouterClient client, CancellationToken token)
            {
                await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("gpt-4").AddUserMessage("Hi").StreamAsync())
                {
                    Console.Write(chunk.Choices is [var choice, ..] ? choice.Delta?.Content : null);
                }
            }
        }
        """;

    [Theory]
    [InlineData("OpenRouter.Generated")]
    [InlineData("OpenRouter.Extensions")]
    [InlineData("OpenRouter.Testing")]
    public async Task Rules_ComeWithEachPackage(string package)
    {
        using var consumer = Library(package);

        var output = await consumer.TryBuildAsync("Bot.csproj");

        Assert.True(output.Succeeded, output.Text);
        Assert.Equal(["Bot.cs(8,109): warning OR1001", "Bot.cs(8,109): warning OR2001"], output.Messages.Select(static message => message.Place));
    }

    [Fact]
    public async Task EditorConfig_SetsSeverities()
    {
        using var consumer = Library("OpenRouter.Generated").Write(
            ".editorconfig",
            """
            root = true
            [*.cs]
            dotnet_diagnostic.OR1001.severity = none
            dotnet_diagnostic.OR2001.severity = error
            dotnet_diagnostic.OR3003.severity = warning
            """);

        var output = await consumer.TryBuildAsync("Bot.csproj");

        Assert.False(output.Succeeded);
        Assert.Equal(["Bot.cs(8,79): warning OR3003", "Bot.cs(8,109): error OR2001"], output.Messages.Select(static message => message.Place));
    }

    [Fact]
    public async Task RetiredModel_IsFoundByTheListOfThePackage()
    {
        using var consumer = Library("OpenRouter.Generated").Write("Bot.cs", Program.Replace("\"gpt-4\"", "\"openai/gpt-3.5-turbo\"", StringComparison.Ordinal).Replace(".StreamAsync()", ".StreamAsync(token)", StringComparison.Ordinal));

        var output = await consumer.TryBuildAsync("Bot.csproj", "-p:NoWarn=OR1001");

        Assert.Equal(["Bot.cs(8,79): warning OR7001"], output.Messages.Select(static message => message.Place));
    }

    [Fact]
    public async Task RetiredModel_OwnList_TakesThePlaceOfThePackages()
    {
        using var consumer = Library("OpenRouter.Generated", "<AdditionalFiles Include=\"data/openrouter.models.txt\" />")
            .Write("data/openrouter.models.txt", "acme/old | retired | acme/new | 2026-10-23\n")
            .Write("Bot.cs", Program.Replace("\"gpt-4\"", "\"acme/old\"", StringComparison.Ordinal).Replace(".StreamAsync()", ".StreamAsync(token)", StringComparison.Ordinal));

        var output = await consumer.TryBuildAsync("Bot.csproj", "-p:NoWarn=OR1001");
        consumer.Write("Bot.cs", Program.Replace("\"gpt-4\"", "\"openai/gpt-3.5-turbo\"", StringComparison.Ordinal).Replace(".StreamAsync()", ".StreamAsync(token)", StringComparison.Ordinal));
        var other = await consumer.TryBuildAsync("Bot.csproj", "-p:NoWarn=OR1001");

        Assert.Equal(["Bot.cs(8,79): warning OR7001"], output.Messages.Select(static message => message.Place));
        Assert.Contains("acme/new", output.Messages[0].Text, StringComparison.Ordinal);
        Assert.Empty(other.Messages);
    }

    private Consumer Library(string package, string items = "") => new Consumer(feed)
        .WriteProject("Bot.csproj", "net8.0", items: items, packages: package)
        .Write("Bot.cs", Program);
}
