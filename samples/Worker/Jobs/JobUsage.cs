namespace Worker.Jobs;

/// <summary>What the attempts of a job used and cost together.</summary>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="CompletionTokens">Tokens of the answers.</param>
/// <param name="Cost">Dollars.</param>
/// <param name="IsSettled">False while the cost of a broken attempt is not known yet.</param>
internal sealed record JobUsage(long PromptTokens, long CompletionTokens, decimal Cost, bool IsSettled);
