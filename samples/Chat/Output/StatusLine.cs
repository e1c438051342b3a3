using System.Globalization;
using OpenRouter.Runtime.Streaming;

namespace Chat.Output;

/// <summary>Says in one line how an answer went.</summary>
internal static class StatusLine
{
    /// <summary>Of a whole answer: why it ended, tokens, cost, provider and speed. What the service did not tell is left out.</summary>
    public static string Of(ChatAnswer answer)
    {
        string?[] parts =
        [
            answer.FinishReason ?? "no finish reason",
            Tokens(answer.Usage),
            answer.Usage?.Cost is { } cost ? Text($"${cost:0.00######}") : null,
            answer.Provider,
            answer.TimeToFirstToken is { } first ? Text($"first token after {first.TotalSeconds:0.00} s") : null,
            Speed(answer),
        ];
        return $"[{string.Join(" | ", parts.Where(part => part is not null))}]";
    }

    /// <summary>Of an answer that did not end well: how much of it there is, and where its cost can be looked up.</summary>
    public static string Arrived(ChatAnswer answer)
    {
        var amount = Text($"{answer.Text.Length} characters had arrived");
        return answer.GenerationId is { } id ? $"{amount} (generation {id})." : $"{amount}.";
    }

    /// <summary>What to know about an answer that ended in an unusual way; null when all is well.</summary>
    public static string? Remark(ChatAnswer answer) => answer.FinishReason switch
    {
        "length" => "The answer is cut off: it reached the limit of tokens.",
        "content_filter" => "The answer is cut off: a content filter stopped it.",
        _ when answer.Refusal is { Length: > 0 } => "The model refused.",
        _ => null,
    };

    private static string? Tokens(TokenUsage? usage)
        => usage is null ? null : Text($"{usage.PromptTokens ?? 0} tokens in, {usage.CompletionTokens ?? 0} out{(usage.ReasoningTokens > 0 ? Text($" ({usage.ReasoningTokens} for reasoning)") : "")}");

    private static string? Speed(ChatAnswer answer)
    {
        var seconds = (answer.Elapsed - (answer.TimeToFirstToken ?? TimeSpan.Zero)).TotalSeconds;
        return answer.Usage?.CompletionTokens is { } tokens && seconds > 0 ? Text($"{tokens / seconds:0.0} tokens/s") : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
