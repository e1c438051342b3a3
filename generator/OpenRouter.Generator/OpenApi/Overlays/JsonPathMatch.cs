using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>A node that a path selected, with the node that holds it (null for the root).</summary>
internal readonly record struct JsonPathMatch(Node? Parent, Node Node);
