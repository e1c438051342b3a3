namespace BlazorChat.Answers;

/// <summary>What arrived since the last rendering.</summary>
/// <param name="Reasoning">New reasoning; may be empty.</param>
/// <param name="Text">New text; may be empty.</param>
internal sealed record AnswerFrame(string Reasoning, string Text)
{
    public static AnswerFrame Empty { get; } = new("", "");
}
