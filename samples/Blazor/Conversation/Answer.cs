using BlazorChat.Answers;
using BlazorChat.Markdown;

namespace BlazorChat.Conversation;

/// <summary>An answer: what has come of it, and how it ended. It belongs to the dispatcher of its circuit.</summary>
/// <param name="run">The number of the run that fills it.</param>
public sealed class Answer(int run)
{
    /// <summary>The number of the run that fills it.</summary>
    public int Run { get; } = run;

    /// <summary>The text, cut into parts that stay as they are.</summary>
    public GrowingText Text { get; } = new();

    /// <summary>The reasoning that may be shown.</summary>
    public GrowingParts Reasoning { get; } = new();

    /// <summary>How it ended; null while it runs.</summary>
    public AnswerEnd? End { get; private set; }

    /// <summary>Counts changes, so that what did not change is not rendered.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a new answer may be wanted.</summary>
    public bool CanRetry => End is { Kind: not AnswerEndKind.Complete };

    /// <summary>How many characters it holds.</summary>
    public int Length => Text.Length + Reasoning.Length;

    internal void Append(AnswerFrame frame)
    {
        Reasoning.Append(frame.Reasoning);
        Text.Append(frame.Text);
        Version++;
    }

    internal void Finish(AnswerEnd end)
    {
        End = end;
        Text.Complete();
        Version++;
    }
}
