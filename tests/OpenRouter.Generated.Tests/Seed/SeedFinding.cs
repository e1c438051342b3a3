namespace OpenRouter.Generated.Tests.Seed;

/// <summary>What a rule says about a line of the guide. The level is that of SARIF: <c>note</c> stands for information.</summary>
internal sealed record SeedFinding(string File, int Line, string Rule, string Level);
