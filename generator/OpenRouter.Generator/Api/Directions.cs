using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api;

/// <summary>The classes and unions, each with the directions in which it travels.</summary>
internal sealed record DirectedTypes(IReadOnlyList<ObjectModel> Objects, IReadOnlyList<UnionModel> Unions);

/// <summary>Finds which types are only sent (no reader) and which are only received (no writer).</summary>
internal static class Directions
{
    public static DirectedTypes Apply(List<ObjectModel> objects, List<UnionModel> unions, IEnumerable<OperationModel> operations, bool both)
    {
        var edges = Edges(objects, unions);
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var received = new HashSet<string>(StringComparer.Ordinal);
        var described = new HashSet<string>(StringComparer.Ordinal);
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            Reach(operation.Body?.Type, edges, sent);
            Reach(operation.Result.Type, edges, received);
            if (operation.Result.Kind is ResultKind.ChatStream or ResultKind.EventStream)
            {
                // Parts of a stream are handed to the runtime as JSON: errors, reasoning to replay, images.
                Reach(operation.Result.Type, edges, described);
            }

            foreach (var parameter in operation.Arguments.Concat(operation.Options?.Parameters ?? EquatableList<ParameterModel>.Empty))
            {
                Reach(parameter.Type, edges, sent);
            }

            if (operation.Body?.StreamFlag is { } flag)
            {
                flags[operation.Body.Type.Name] = flag;
            }
        }

        bool Unused(string name) => both || (!sent.Contains(name) && !received.Contains(name));
        var byName = objects.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        return new DirectedTypes(
            objects.ConvertAll(item => item with
            {
                UsageDetails = item.ChatPart == ChatPart.Usage
                    ? new UsageDetails(
                        Count(item, "completion_tokens_details", "reasoning_tokens", byName),
                        Count(item, "prompt_tokens_details", "cached_tokens", byName))
                    : null,
                IsRead = !IsForm(item) && (Unused(item.Name) || received.Contains(item.Name)),
                IsWritten = !IsForm(item) && (Unused(item.Name) || sent.Contains(item.Name) || described.Contains(item.Name)),
                IsSent = sent.Contains(item.Name),
                StreamFlag = flags.TryGetValue(item.Name, out var flag) ? flag : null,
                Usings = Usings(item.Namespace, item.Properties.Select(static property => property.Type)),
            }),
            unions.ConvertAll(item => item with
            {
                IsRead = Unused(item.Name) || received.Contains(item.Name),
                IsWritten = Unused(item.Name) || sent.Contains(item.Name) || described.Contains(item.Name),
                Usings = Usings(item.Namespace, item.Cases.Select(static unionCase => unionCase.Type)),
            }));
    }

    /// <summary>The namespaces of models, other than its own and those around it, that a type names.</summary>
    public static EquatableList<string> Usings(string own, IEnumerable<TypeRef> types) =>
        new(types
            .Select(static type => type.InnerModel()?.Namespace)
            .OfType<string>()
            .Where(name => name != own && !own.StartsWith(name + ".", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal));

    /// <summary>The expression of a count in an object inside the usage.</summary>
    private static string? Count(ObjectModel usage, string details, string count, Dictionary<string, ObjectModel> objects)
    {
        var holder = usage.Find(details);
        var found = holder is { Type.Kind: TypeKind.Object, HasBackingField: false } && objects.TryGetValue(holder.Type.Name, out var inner) ? inner.Find(count) : null;
        return found is { Type.Kind: TypeKind.Int64 or TypeKind.Int32 } ? $"{holder!.Name}?.{found.Name}" : null;
    }

    /// <summary>A class with a file travels as a form only.</summary>
    private static bool IsForm(ObjectModel item) => item.Properties.Any(static property => property.Type.Kind == TypeKind.File);

    private static Dictionary<string, List<TypeRef>> Edges(List<ObjectModel> objects, List<UnionModel> unions)
    {
        var edges = new Dictionary<string, List<TypeRef>>(StringComparer.Ordinal);
        foreach (var item in objects)
        {
            edges[item.Name] = [.. item.Properties.Select(static property => property.Type)];
        }

        foreach (var item in unions)
        {
            edges[item.Name] = [.. item.Cases.Select(static unionCase => unionCase.Type)];
        }

        return edges;
    }

    private static void Reach(TypeRef? type, Dictionary<string, List<TypeRef>> edges, HashSet<string> reached)
    {
        var pending = new Stack<TypeRef?>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            if (pending.Pop()?.InnerModel() is { } model && reached.Add(model.Name) && edges.TryGetValue(model.Name, out var next))
            {
                foreach (var target in next)
                {
                    pending.Push(target);
                }
            }
        }
    }
}
