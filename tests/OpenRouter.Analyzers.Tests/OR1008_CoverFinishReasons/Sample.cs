namespace OpenRouter.Analyzers.Tests.OR1008_CoverFinishReasons;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    /// <summary>An answer in our own words, one in plain strings, and chunks of another client whose reason is an enum.</summary>
    public static string WithBody(string body)
    {
        return With("async Task<string?> Run(ChatBuilder ask, ChatChoice choice, ChatAnswer answer, Strip strip, Letter letter, Pen pen) { await Task.Yield(); " + body + " return null; }");
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                bool _isDone;
                void Show(object? value) => Console.WriteLine(value);
                bool IsDone => _isDone;

            {{members}}
            }
            """;
    }
}
