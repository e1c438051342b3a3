using OpenRouter.Generator.Api.Documentation;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>The operations of one tag: an interface, its implementation, and a property of the client.</summary>
internal sealed record GroupModel(
    string Name,
    string InterfaceName,
    string ClassName,
    EquatableList<OperationModel> Operations,
    EquatableList<BuilderModel> Builders,
    DocModel Doc)
{
    public OutputStyle Style { get; init; } = OutputStyle.Default;
}
