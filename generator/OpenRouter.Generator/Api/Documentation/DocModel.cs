namespace OpenRouter.Generator.Api.Documentation;

/// <summary>What a documentation comment says: plain text, escaped where it is printed.</summary>
internal sealed record DocModel(string Summary, string? Remarks);
