using System.Globalization;
using OpenRouter.Runtime.Streaming;

namespace BlazorChat.Answers;

/// <summary>Says in one line what an answer was: tokens, cost, provider and speed. What the service did not tell is left out.</summary>
internal static class AnswerStatistics
{
    public static string? Of(ChatAnswer answer)
    {
        string?[] parts =
        [
            answer.Usage is { } usage ? Text($"{usage.PromptTokens ?? 0:#,0} tokens in, {usage.CompletionTokens ?? 0:#,0} out") : null,
            answer.Usage?.Cost is { } cost ? Text($"${cost:0.00######}") : null,
            answer.Provider,
            answer.Model,
            answer.TimeToFirstToken is { } first ? Text($"first token after {first.TotalSeconds:0.00} s") : null,
            Speed(answer),
        ];
        var known = parts.Where(static part => !string.IsNullOrEmpty(part)).ToList();
        return known.Count > 0 ? string.Join(" · ", known) : null;
    }

    private static string? Speed(ChatAnswer answer)
    {
        var seconds = (answer.Elapsed - (answer.TimeToFirstToken ?? TimeSpan.Zero)).TotalSeconds;
        return answer.Usage?.CompletionTokens is { } tokens && seconds > 0 ? Text($"{tokens / seconds:0.0} tokens/s") : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
