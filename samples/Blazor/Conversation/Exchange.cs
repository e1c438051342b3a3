namespace BlazorChat.Conversation;

/// <summary>A question and its answers: more than one after a retry.</summary>
/// <param name="number">Its number in the chat.</param>
/// <param name="question">What was asked.</param>
public sealed class Exchange(int number, string question)
{
    private readonly List<Answer> _answers = [];

    /// <summary>Its number in the chat.</summary>
    public int Number { get; } = number;

    /// <summary>What was asked.</summary>
    public string Question { get; } = question;

    /// <summary>The answers, the one that counts last.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>The answer that counts.</summary>
    public Answer? Latest => _answers is [.., var last] ? last : null;

    /// <summary>How many characters it holds.</summary>
    public int Length => Question.Length + _answers.Sum(static answer => answer.Length);

    internal Answer Begin(int run)
    {
        var answer = new Answer(run);
        _answers.Add(answer);
        return answer;
    }
}
