namespace OpenRouter.Analyzers.Tests.OR5004_AnswerToolCall;

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
                static void Show(object? value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
