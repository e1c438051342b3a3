namespace OpenRouter.Analyzers.Tests.OR3001_SendConfiguredRequest;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly IOpenRouterClient _client = null!;
                ChatBuilder? _kept;
                ChatBuilder Begin() => _client.Chat.CreateChatCompletion("m");
                static void Take(object? value) { }
                static void Try(Action action) => action();
                static void TryAll(Func<object> function) => function();
                static T Same<T>(T value) => value;

            {{members}}
            }

            static class Extensions { public static ChatBuilder Politely(this ChatBuilder builder) => builder.AddSystemMessage("Be polite."); }
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    async Task Run(string text, bool isLong, ChatBuilder given, Pen pen) { await Task.Yield(); " + statements + " }");
    }
}
