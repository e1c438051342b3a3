namespace OpenRouter.Analyzers.Tests.OR1005_CheckCompletion;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string WithBody(string body)
    {
        return With("async Task<string?> Run(Pen pen, bool flag) { await Task.Yield(); " + body + " return null; }");
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly IOpenRouterClient _client = null!;
                readonly List<string?> _history = [];
                readonly StringBuilder _text = new();
                ChatResult? _last;
                StreamingChatBuilder Ask => _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q");
                ChatBuilder Say => _client.Chat.CreateChatCompletion("m").AddUserMessage("q");
                static void Show(object? value) => Console.WriteLine(value);
                static void Keep<T>(T value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
