using System.Globalization;

namespace Dashboard.Measuring;

/// <summary>Figures in words. A guess is marked as one.</summary>
internal static class FigureText
{
    public static string State(AnswerState state) => state switch
    {
        AnswerState.Waiting => "waiting",
        AnswerState.Thinking => "thinking",
        AnswerState.Answering => "answering",
        AnswerState.Finished => "finished",
        AnswerState.CutOff => "cut off at the limit",
        AnswerState.Filtered => "filtered",
        AnswerState.Interrupted => "interrupted",
        AnswerState.Failed => "failed",
        _ => "stopped",
    };

    public static string Seconds(TimeSpan time) => Text($"{time.TotalSeconds:0.0} s");

    public static string Tokens(Figures figures) => Text($"{Guess(figures)}{figures.Tokens:#,0} tokens");

    public static string TokensInAndOut(Figures figures)
    {
        var asked = figures.PromptTokens is { } prompt ? Text($"{prompt:#,0} in, ") : "";
        var thought = figures.ReasoningTokens is { } reasoning and > 0 ? Text($", {reasoning:#,0} of them reasoning") : "";
        return Text($"{asked}{Guess(figures)}{figures.Tokens:#,0} out{thought}");
    }

    public static string? Speed(Figures figures) => figures.TokensPerSecond is { } speed ? Text($"{Guess(figures)}{speed:0.0} tokens/s") : null;

    public static string? FirstToken(Figures figures) => figures.FirstToken is { } first ? Text($"{first.TotalSeconds:0.00} s") : null;

    public static string? Cost(Figures figures) => figures.Cost is { } cost ? Text($"${cost:0.00######}") : null;

    /// <summary>How much of the limit is used.</summary>
    public static string? Share(Figures figures)
        => figures.Share is { } share ? Text($"{Guess(figures)}{share * 100:0} % of the limit of {figures.MaxTokens:#,0} tokens") : null;

    /// <summary>The same for a narrow place.</summary>
    public static string? ShortShare(Figures figures) => figures.Share is { } share ? Text($"{Guess(figures)}{share * 100:0} % of the limit") : null;

    /// <summary>Who answers, as far as it is known.</summary>
    public static string? Answers(Figures figures) => (figures.Model, figures.Provider) switch
    {
        (null, null) => null,
        ({ } model, null) => model,
        (null, { } provider) => provider,
        var (model, provider) => $"{model} by {provider}",
    };

    /// <summary>All in one line.</summary>
    public static string Line(Figures figures) => string.Join(" | ", Parts(figures));

    private static IEnumerable<string> Parts(Figures figures)
    {
        yield return figures.FinishReason is { } reason && figures.HasEnded ? $"{State(figures.State)} ({reason})" : State(figures.State);
        string?[] parts =
        [
            Answers(figures),
            figures.PromptTokens is { } prompt ? Text($"{prompt:#,0} tokens in") : null,
            figures.Tokens > 0 ? $"{Tokens(figures)} out" : null,
            Share(figures),
            Speed(figures),
            FirstToken(figures) is { } first ? $"first token after {first}" : null,
            Seconds(figures.Elapsed),
            Cost(figures),
            figures.KeepAliveAge is { } age && !figures.HasEnded ? $"keep-alive {Seconds(age)} ago" : null,
        ];
        foreach (var part in parts)
        {
            if (part is not null)
            {
                yield return part;
            }
        }
    }

    private static string Guess(Figures figures) => figures.IsEstimate ? "\u2248 " : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
