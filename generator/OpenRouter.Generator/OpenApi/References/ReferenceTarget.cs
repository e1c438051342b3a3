using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>What a reference points at, and the name that the way to it suggests for a type (null when it suggests none).</summary>
internal sealed record ReferenceTarget(Node Node, string? Name);
