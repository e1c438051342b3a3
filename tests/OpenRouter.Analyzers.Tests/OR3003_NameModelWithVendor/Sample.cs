namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly IOpenRouterClient _client = null!;
                static string Read(string key) => key;
                static bool TryRead(out string model) { model = "gpt-4o"; return true; }

            {{members}}
            }

            record Question(string Text, string? Model = null);
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    void Run(Question question, bool isFast, string[] args) { " + statements + " }");
    }
}
