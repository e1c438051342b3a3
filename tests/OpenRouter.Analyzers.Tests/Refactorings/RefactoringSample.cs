namespace OpenRouter.Analyzers.Tests.Refactorings;

/// <summary>The class around the members that a test shows.</summary>
internal static class RefactoringSample
{
    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly StringBuilder _text = new();
                readonly IOpenRouterClient _client = null!;
                StreamingChatBuilder Ask => _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q");
                static void Show(object? value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
