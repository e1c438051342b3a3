namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>What a client made of a stream.</summary>
/// <param name="Text">The text that it gave to its caller, in the loop or with the exception.</param>
/// <param name="Failure">What it threw; null when the loop ended as if all were well.</param>
/// <param name="IsTyped">Whether a caller who catches what the client documents, or a lost connection, catches it.</param>
internal sealed record ChatReading(string Text, Exception? Failure, bool IsTyped)
{
    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IEnumerable<string> FaultsOf(ChatEnding ending)
    {
        if (Failure is null && ending.Expected == Ending.Error)
        {
            yield return ChatFault.HidesError;
        }

        if (Failure is null && ending.Expected == Ending.Interrupted)
        {
            yield return ChatFault.EndsQuietly;
        }

        if (Failure is not null && ending.Expected == Ending.Complete)
        {
            yield return ChatFault.RefusesAnswer;
        }

        if (Failure is not null && !IsTyped)
        {
            yield return ChatFault.UntypedException;
        }

        if (Text != ending.Text)
        {
            yield return ChatFault.LosesContent;
        }
    }
}
