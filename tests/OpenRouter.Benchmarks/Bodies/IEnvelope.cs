namespace OpenRouter.Benchmarks.Bodies;

/// <summary>What stands around a delta.</summary>
internal interface IEnvelope
{
    /// <summary>One event with its empty line.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="delta">The delta.</param>
    /// <param name="finish">The finish reason in JSON.</param>
    /// <param name="usage">The usage in JSON, in the last chunk.</param>
    string Event(Random random, Delta delta, string finish, string? usage);
}
