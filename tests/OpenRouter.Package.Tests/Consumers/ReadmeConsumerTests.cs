using OpenRouter.Generated.Tests.Readme;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>Somebody follows the README word by word, in an empty folder.</summary>
public sealed class ReadmeConsumerTests(PackedFeed feed)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstStream_IsAsShown()
    {
        using var consumer = new Consumer(feed);
        await FollowAsync(consumer, "FirstStream");
        consumer.Write("FirstStream/Program.cs", ReadmePages.Find("program", "first-stream").Code);
        using var server = LoopbackServer.Start(AnswerAsync, Token);

        var result = await consumer.CommandAsync("FirstStream", ["run"], new() { ["OPENROUTER_BASE_URL"] = server.BaseUrl, ["OPENROUTER_API_KEY"] = "sk-or-v1-0123456789abcdef0123456789abcdef" });

        Assert.Equal((0, ReadmePages.Find("output of", "first-stream").Code.TrimEnd()), (result.ExitCode, result.Output.TrimEnd()));
        Assert.Contains("Authorization: Bearer sk-or-v1-0123456789abcdef0123456789abcdef", server.Request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WithoutAKey_IsAsShown()
    {
        using var consumer = new Consumer(feed);
        await FollowAsync(consumer, "FirstStream");
        Assert.Contains("`dotnet add package OpenRouter.Testing`", ReadmePages.Text(ReadmePages.Main), StringComparison.Ordinal);
        await consumer.CommandAsync("FirstStream", ["add", "package", "OpenRouter.Testing"]);
        consumer.Write("FirstStream/Program.cs", ReadmePages.Find("program", "without-a-key").Code);

        var result = await consumer.CommandAsync("FirstStream", ["run"]);

        Assert.Equal((0, ReadmePages.Find("output of", "without-a-key").Code.TrimEnd()), (result.ExitCode, result.Output.TrimEnd()));
    }

    [Fact]
    public async Task OwnDocument_IsAsShown()
    {
        using var consumer = new Consumer(feed);
        await FollowAsync(consumer, "Pets");
        consumer
            .Write("Pets/petstore.openapi.json", ReadmePages.Find("file of own-document", "petstore.openapi.json").Code)
            .Write("Pets/Program.cs", ReadmePages.Find("program", "own-document").Code);

        var result = await consumer.CommandAsync("Pets", ["run"]);

        Assert.Equal((0, ReadmePages.Find("output of", "own-document").Code.TrimEnd()), (result.ExitCode, result.Output.TrimEnd()));
    }

    /// <summary>Types the commands of the block that begins with a new project of this name.</summary>
    private static async Task FollowAsync(Consumer consumer, string project)
    {
        var commands = ReadmePages.Blocks.Single(block => block.Page == ReadmePages.Main && block.Code.StartsWith($"dotnet new console -o {project}\n", StringComparison.Ordinal)).Code;
        var folder = "";
        foreach (var command in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (command.Split(' '))
            {
                case ["cd", var name]:
                    folder = name;
                    break;
                case ["dotnet", .. var arguments]:
                    var result = await consumer.CommandAsync(folder, arguments);
                    Assert.True(result.ExitCode == 0, $"{command}\n{result.Output}{result.Error}");
                    break;
                default:
                    Assert.Fail("What is this? " + command);
                    break;
            }
        }
    }

    private static async Task AnswerAsync(LoopbackPeer peer)
    {
        await peer.BeginStreamAsync();
        await peer.StreamAsync(LoopbackPeer.Chunk("Hello! Hallo! Bonjour! ").Replace("Loopback", "OpenAI", StringComparison.Ordinal));
        await peer.StreamAsync(LoopbackPeer.Chunk("Ciao! Hola!").Replace("Loopback", "OpenAI", StringComparison.Ordinal));
        await peer.StreamAsync(LoopbackPeer.End()
            .Replace("Loopback", "OpenAI", StringComparison.Ordinal)
            .Replace("\"completion_tokens\":56", "\"completion_tokens\":5", StringComparison.Ordinal)
            .Replace("0.00123", "0.000016", StringComparison.Ordinal));
        await peer.EndStreamAsync();
    }
}
