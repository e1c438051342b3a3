using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>A node that a path selected, with the node that holds it (null for the root).</summary>
internal readonly record struct JsonPathMatch(Node? Parent, Node Node);
