namespace OpenRouter.Analyzers.Tests.OR1002_DecideOnFinishReason;

/// <summary>The class around the members that a test shows.</summary>
internal static class Sample
{
    /// <summary>A loop that gathers text, a part of it that the test shows, and a use of the text.</summary>
    public static string WithRound(string round)
    {
        return WithBody("await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); " + round + " } _history.Add(text.ToString());");
    }

    public static string WithBody(string body)
    {
        return With("async Task<string?> Run(StreamingChatBuilder ask, Pen pen, StringBuilder text) { await Task.Yield(); " + body + " return null; }");
    }

    public static string With(string members)
    {
        return $$"""
            class Message { public string Role = ""; public string? Content { get; set; } public bool IsDone { get; set; } }

            class Sample
            {
                readonly List<string> _history = [];
                readonly List<Message> _messages = [];
                string _shown = "";
                FinishReason? _finish;
                void Show(object? value) => Console.WriteLine(value + _shown + _finish);
                void StateHasChanged() { }

            {{members}}
            }
            """;
    }
}
