using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Types;

/// <summary>A struct that holds one of several cases, or JSON of a case that the schema does not know.</summary>
internal sealed record UnionModel(
    string Name,
    string Namespace,
    EquatableList<UnionCaseModel> Cases,
    UnionReading Reading,
    bool IsRead,
    bool IsWritten,
    bool IsStreamEvent,
    EquatableList<string> Usings,
    bool IsDeprecated,
    DocModel Doc)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;

    /// <summary>The cases that have members whose values differ from event to event.</summary>
    public EquatableList<VaryingCase> VaryingCases { get; init; } = EquatableList<VaryingCase>.Empty;
}
