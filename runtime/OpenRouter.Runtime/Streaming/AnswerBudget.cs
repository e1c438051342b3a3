namespace OpenRouter.Runtime.Streaming;

/// <summary>Counts what an answer keeps, so that no server can fill the memory.</summary>
/// <param name="maxChars">The most characters.</param>
internal sealed class AnswerBudget(long maxChars)
{
    /// <summary>What an entry costs besides its text.</summary>
    public const int EntryCost = 16;

    private long _taken;

    /// <summary>Whether more came than is kept.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes room; false when there is none left, from then on for good.</summary>
    public bool Take(int size)
    {
        _taken += size;
        IsExceeded |= _taken > maxChars;
        return !IsExceeded;
    }

    /// <summary>Ends all room.</summary>
    public void Exceed() => IsExceeded = true;
}
