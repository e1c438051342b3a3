namespace OpenRouter.Generator.Api.Types;

/// <summary>One case of a union: its C# type, and the part it plays when the union is a stream's event.</summary>
internal sealed record UnionCaseModel(string Name, TypeRef Type, string? Tag, StreamRole StreamRole, bool IsLeading)
{
    /// <summary>Whether the case, as an item of a list of tools, is one that the caller runs.</summary>
    public bool IsCallersTool { get; init; }
}
