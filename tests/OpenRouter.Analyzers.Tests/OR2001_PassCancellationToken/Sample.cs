namespace OpenRouter.Analyzers.Tests.OR2001_PassCancellationToken;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly IOpenRouterClient _client = null!;
                StreamingChatBuilder Ask => _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q");
                ChatBuilder Say => _client.Chat.CreateChatCompletion("m").AddUserMessage("q");
                static async Task Drain<T>(IAsyncEnumerable<T> items, CancellationToken token = default) { await foreach (var item in items.WithCancellation(token)) { } }
                static Task Subscribe(Func<Task> handler) { handler(); return Task.CompletedTask; }

            {{members}}
            }
            """;
    }
}
