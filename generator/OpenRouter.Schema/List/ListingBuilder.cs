using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Emit;

namespace OpenRouter.Schema.List;

/// <summary>Lists the methods of the whole document, and the types of the selection.</summary>
internal static class ListingBuilder
{
    public static Listing Build(ApiModel whole, ApiModel selected)
    {
        var chosen = Methods(selected).ToList();
        var places = chosen.Select(static method => (method.Operation.HttpMethod, method.Operation.Path)).ToHashSet();
        var others = Methods(whole).Where(method => !places.Contains((method.Operation.HttpMethod, method.Operation.Path)));
        var operations = chosen.Select(static method => Operation(method.Name, method.Operation, true))
            .Concat(others.Select(static method => Operation(method.Name, method.Operation, false)))
            .OrderBy(static operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(static operation => operation.HttpMethod, StringComparer.Ordinal)
            .ThenBy(static operation => operation.Name, StringComparer.Ordinal);
        return new Listing([.. operations], [.. Types(selected, chosen)]);
    }

    private static IEnumerable<(string Name, OperationModel Operation)> Methods(ApiModel model) =>
        model.Groups.SelectMany(static group => group.Operations.Select(operation => ($"{group.Name}.{operation.Name}Async", operation)));

    private static ListedOperation Operation(string name, OperationModel operation, bool isSelected) =>
        new(operation.HttpMethod, operation.Path, operation.Id, name, GroupEmitter.Streams(operation), isSelected);

    private static IEnumerable<ListedType> Types(ApiModel model, IReadOnlyList<(string Name, OperationModel Operation)> methods)
    {
        var reached = new ReachedTypes(model);
        var users = methods.OrderBy(static method => method.Name, StringComparer.Ordinal).Select(method => (method.Name, Types: reached.Of(method.Operation))).ToList();
        return model.Objects.Select(static item => (item.Name, Kind: "class"))
            .Concat(model.Enums.Select(static item => (item.Name, Kind: "enum")))
            .Concat(model.Unions.Select(static item => (item.Name, Kind: "union")))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(type => new ListedType(type.Name, type.Kind, [.. users.Where(user => user.Types.Contains(type.Name)).Select(static user => user.Name)]));
    }
}
