namespace OpenRouter.Generator.Api.Types;

/// <summary>
/// What a part of a chunk tells from an object inside it: reasoning and cached tokens of a usage, name and arguments of a
/// tool call; id, data and transcript of the sound in a delta. Null where the document has no such member.
/// </summary>
internal sealed record ChatInner(InnerMember? First, InnerMember? Second, InnerMember? Third);

/// <summary>A member of an inner object: how it is reached from the part, and its type.</summary>
internal sealed record InnerMember(string Path, TypeRef Type);
