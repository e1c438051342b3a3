using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Types;

/// <summary>An open enum: a struct over its string or whole number, with a static member for each value that the schema knows.</summary>
internal sealed record EnumModel(string Name, string Namespace, EquatableList<EnumValueModel> Values, bool IsDeprecated, DocModel Doc)
{
    /// <summary>Whether the values are whole numbers, in the spelling of JSON.</summary>
    public bool IsNumber { get; init; }

    public OutputStyle Style { get; init; } = OutputStyle.Default;
}
