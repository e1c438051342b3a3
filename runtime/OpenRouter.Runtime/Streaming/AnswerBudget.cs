namespace OpenRouter.Runtime.Streaming;

/// <summary>Counts what an answer keeps, so that no server can fill the memory.</summary>
/// <param name="maxChars">The most characters.</param>
internal sealed class AnswerBudget(long maxChars)
{
    /// <summary>What an entry costs besides its text, be the text ever so short: about the size of its objects.</summary>
    public const int EntryCost = 128;

    /// <summary>What an item costs besides its text that is kept as JSON among others.</summary>
    public const int ItemCost = 16;

    private const int UsualName = 256;

    /// <summary>The characters that are kept now.</summary>
    public long Taken { get; private set; }

    /// <summary>Whether more came than is kept.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Takes room; false when there is none left, from then on for good. What found no room is not to be kept.</summary>
    public bool Take(long size)
    {
        IsExceeded |= size > maxChars - Taken;
        if (IsExceeded)
        {
            return false;
        }

        Taken += size;
        return true;
    }

    /// <summary>Gives room back, of what was replaced or dropped.</summary>
    public void Give(long size) => Taken -= size;

    /// <summary>What the id, the model and the like cost: each answer has them, so only one that is no name counts.</summary>
    public static int CostOfName(string? name) => name is { Length: > UsualName } ? name.Length : 0;

    /// <summary>Ends all room.</summary>
    public void Exceed() => IsExceeded = true;
}
