namespace OpenRouter.Analyzers.Tests.OR3004_CombineSettings;

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
                ChatBuilder BeginWithTools() => Begin().AddFunctionTool(new ChatTool("f"));
                static void Take(object? value) { }
                static double Next() => 1;

            {{members}}
            }

            static class Extensions { public static ChatBuilder Politely(this ChatBuilder builder) => builder.AddSystemMessage("Be polite."); }
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    async Task Run(string text, bool isLong, double warmth, EffortLevel effort, ChatTool tool, ChatBuilder given, Pen pen) { await Task.Yield(); " + statements + " }");
    }
}
