using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Schema.List;

/// <summary>Finds the types that a method needs, directly or inside others.</summary>
internal sealed class ReachedTypes
{
    private readonly Dictionary<string, List<TypeRef>> _parts = new(StringComparer.Ordinal);

    public ReachedTypes(ApiModel model)
    {
        foreach (var item in model.Objects)
        {
            _parts[item.Name] = [.. item.Properties.Select(static property => property.Type)];
        }

        foreach (var item in model.Unions)
        {
            _parts[item.Name] = [.. item.Cases.Select(static unionCase => unionCase.Type)];
        }
    }

    public HashSet<string> Of(OperationModel operation)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<TypeRef>(Named(operation));
        while (pending.Count > 0)
        {
            if (pending.Pop().InnerModel() is { } model && reached.Add(model.Name) && _parts.TryGetValue(model.Name, out var parts))
            {
                parts.ForEach(pending.Push);
            }
        }

        return reached;
    }

    private static IEnumerable<TypeRef> Named(OperationModel operation) =>
        operation.Arguments.Concat(operation.Options?.Parameters ?? EquatableList<ParameterModel>.Empty)
            .Select(static parameter => parameter.Type)
            .Concat(new[] { operation.Body?.Type, operation.Result.Type }.OfType<TypeRef>());
}
