namespace OpenRouter.Generator.Api;

/// <summary>How a project wants its client printed: who may see the types, and whether documentation comments are written.</summary>
internal sealed record OutputStyle(bool IsInternal, bool HasDocs)
{
    public static readonly OutputStyle Default = new(false, true);
}
