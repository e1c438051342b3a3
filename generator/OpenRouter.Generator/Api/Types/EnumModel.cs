using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Types;

/// <summary>An open enum: a struct over its string, with a static member for each value that the schema knows.</summary>
internal sealed record EnumModel(string Name, string Namespace, EquatableList<EnumValueModel> Values, bool IsDeprecated, DocModel Doc)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;
}
