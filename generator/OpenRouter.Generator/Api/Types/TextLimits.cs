namespace OpenRouter.Generator.Api.Types;

/// <summary>How many characters a text, or items a list, may have (<see cref="int.MaxValue"/> is no limit), and the pattern of a text.</summary>
internal sealed record TextLimits(int Minimum, int Maximum, string? Pattern);
