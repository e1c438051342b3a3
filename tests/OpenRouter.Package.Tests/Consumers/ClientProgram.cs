namespace OpenRouter.Package.Tests.Consumers;

/// <summary>The first program of somebody who added the client: it streams an answer and says what it cost.</summary>
internal static class ClientProgram
{
    public const string Text =
        """
        using OpenRouter.Core;

        using var client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "none", BaseAddress = new Uri(args[0]) });
        await using var stream = client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hello").StreamAsync();
        await foreach (var text in stream.TextAsync())
        {
            Console.Write(text);
        }

        Console.WriteLine($" [{stream.Answer.FinishReason}, ${stream.Answer.Usage?.Cost}, {stream.Answer.Provider}]");
        """;

    /// <summary>What it writes when it talks to <see cref="AnswerAsync"/>.</summary>
    public const string Output = "Hello, world [stop, $0.00123, Loopback]";

    /// <summary>Streams an answer of two pieces.</summary>
    public static async Task AnswerAsync(LoopbackPeer peer)
    {
        await peer.BeginStreamAsync();
        await peer.StreamAsync(LoopbackPeer.Chunk("Hello, "));
        await peer.StreamAsync(LoopbackPeer.Chunk("world"));
        await peer.StreamAsync(LoopbackPeer.End());
        await peer.EndStreamAsync();
    }
}
