namespace Chat.Conversation;

/// <summary>A question and everything that followed it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Model">Which model was asked.</param>
/// <param name="Steps">Its answers: one, and one more for each round of calls.</param>
internal sealed record Turn(string Question, string Model, IReadOnlyList<Step> Steps)
{
    /// <summary>The text of the last answer.</summary>
    public string Text => Steps is [.., var last] ? last.Answer.Text : "";
}
