namespace OpenRouter.Extensions.Health;

/// <summary>What a probe may learn of the key: never its label, which is a part of it.</summary>
/// <param name="Limit">The most that may be spent, in US dollars; null for no limit.</param>
/// <param name="Remaining">What is left of it.</param>
/// <param name="Usage">What was spent.</param>
internal sealed record KeyState(decimal? Limit, decimal? Remaining, decimal? Usage);
