namespace OpenRouter.Core;

/// <summary>
/// What is tried when a streamed answer broke off after retries could no longer help. Without it the failure is thrown.
/// Whoever reads the stream sees each recovery: as a chunk that holds nothing else, and by <see cref="OnRecovery"/>.
/// </summary>
public sealed record RecoveryOptions
{
    /// <summary>The steps, each tried once, in this order. One that cannot be done is passed over. When none is left the first failure is thrown.</summary>
    public required IReadOnlyList<RecoveryStep> Steps { get; init; }

    /// <summary>Called before anything of the answer of a recovery is handed out. Text that was shown is to be discarded when it says so.</summary>
    public Action<StreamRecovery>? OnRecovery { get; init; }

    /// <summary>Which failures are recovered from; those that may pass when null.</summary>
    public Func<OpenRouterException, bool>? When { get; init; }

    /// <summary>The longest text to go on from, in characters. Default 200,000.</summary>
    public int MaxPartialChars { get; init; } = 200_000;
}
