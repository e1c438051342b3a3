namespace OpenRouter.Analyzers.Tests.OR1003_ReadUsageChunk;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    /// <summary>A loop over chunks as they were received.</summary>
    public static string WithRound(string round)
    {
        return WithBody("await foreach (var chunk in ask.StreamAsync().AsReceived()) { " + round + " }");
    }

    public static string WithBody(string body)
    {
        return With("static async Task Run(StreamingChatBuilder ask, Pen pen, CancellationToken token) { await Task.Yield(); " + body + " }");
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                static readonly StringBuilder _text = new();
                static ChatUsage? _usage;
                static void Show(object? value) => Console.WriteLine(value);

            {{members}}
            }
            """;
    }
}
