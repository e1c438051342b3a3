using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Operations;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api;

/// <summary>The classes and unions, each with the directions in which it travels.</summary>
internal sealed record DirectedTypes(IReadOnlyList<ObjectModel> Objects, IReadOnlyList<UnionModel> Unions);

/// <summary>Finds which types are only sent (no reader) and which are only received (no writer).</summary>
internal static class Directions
{
    public static DirectedTypes Apply(List<ObjectModel> objects, List<UnionModel> unions, IEnumerable<OperationModel> operations, IEnumerable<TypeRef> payloads, ApiSettings settings)
    {
        var edges = Edges(objects, unions);
        var sent = new HashSet<string>(StringComparer.Ordinal);
        var received = new HashSet<string>(StringComparer.Ordinal);
        var described = new HashSet<string>(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var payload in payloads)
        {
            Reach(payload, edges, received);
        }

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

            if (operation.Body is { Kind: BodyKind.Multipart } form)
            {
                forms.Add(form.Type.Name);
            }

            if (operation.Body?.StreamFlag is { } flag)
            {
                flags[operation.Body.Type.Name] = flag;
            }
        }

        // What no operation reaches may be used by the consumer in any direction, and so may all that it consists of.
        var free = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in edges.Keys.Where(name => settings.BothDirections || (!sent.Contains(name) && !received.Contains(name))).ToList())
        {
            Reach(name, edges, free);
        }

        var byName = objects.ToDictionary(static item => item.Name, StringComparer.Ordinal);
        (objects, unions) = VaryingMembers.Mark(objects, unions);
        return new DirectedTypes(
            objects.ConvertAll(item => item with
            {
                Inner = item.ChatPart switch
                {
                    ChatPart.Usage => new ChatInner(Inner(item, "completion_tokens_details", "reasoning_tokens", byName), Inner(item, "prompt_tokens_details", "cached_tokens", byName), null),
                    ChatPart.ToolCall => new ChatInner(Inner(item, "function", "name", byName), Inner(item, "function", "arguments", byName), null),
                    ChatPart.Delta => new ChatInner(Inner(item, "audio", "id", byName), Inner(item, "audio", "data", byName), Inner(item, "audio", "transcript", byName)),
                    _ => null,
                },
                Properties = Demanded(item.Properties, sent.Contains(item.Name), received.Contains(item.Name), settings.MissingMembersAreNull),
                IsRead = free.Contains(item.Name) || received.Contains(item.Name),
                IsWritten = free.Contains(item.Name) || sent.Contains(item.Name) || described.Contains(item.Name),
                IsForm = forms.Contains(item.Name),
                IsSent = sent.Contains(item.Name),
                StreamFlag = flags.TryGetValue(item.Name, out var flag) ? flag : null,
                Usings = Usings(item.Namespace, item.Properties.Select(static property => property.Type)),
                RestUsings = Usings(item.Namespace, item.Properties.Where(item.IsInRest).Select(static property => property.Type)),
            }),
            unions.ConvertAll(item => item with
            {
                IsRead = free.Contains(item.Name) || received.Contains(item.Name),
                IsWritten = free.Contains(item.Name) || sent.Contains(item.Name) || described.Contains(item.Name),
                Usings = Usings(item.Namespace, item.Cases.Select(static unionCase => unionCase.Type)),
            }));
    }

    /// <summary>
    /// Aliases for the models of other namespaces that a file names. A using of their namespace would not do: a model called
    /// Monitor or File is ambiguous beside System.Threading or System.IO, an alias is not.
    /// </summary>
    public static EquatableList<string> Usings(string own, IEnumerable<TypeRef> types) =>
        new(types
            .Select(static type => type.InnerModel())
            .OfType<TypeRef>()
            .Where(model => model.Namespace != own)
            .Select(static model => $"{model.Name} = global::{model.Namespace}.{model.Name}")
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static alias => alias, StringComparer.Ordinal));

    /// <summary>
    /// Members that need not be there are nullable: all, where the project wants a missing member to be null, and those that only
    /// the other side can know.
    /// </summary>
    private static EquatableList<PropertyModel> Demanded(EquatableList<PropertyModel> properties, bool isSent, bool isReceived, bool missingIsNull) =>
        new(properties.Select(property =>
            (property.Presence == PropertyPresence.Required && missingIsNull && !isSent)
            || (property.Presence is PropertyPresence.Required or PropertyPresence.RequiredNullable && ((property.IsReadOnly && isSent) || (property.IsWriteOnly && isReceived)))
                ? property with { Presence = PropertyPresence.Optional, IsNullable = true, HasBackingField = false }
                : property));

    /// <summary>A member of an object inside a part of a chunk.</summary>
    private static InnerMember? Inner(ObjectModel part, string holderName, string memberName, Dictionary<string, ObjectModel> objects)
    {
        var holder = part.Find(holderName);
        var found = holder is { Type.Kind: TypeKind.Object, HasBackingField: false } && objects.TryGetValue(holder.Type.Name, out var inner) ? inner.Find(memberName) : null;
        return found is { HasBackingField: false } ? new InnerMember($"{holder!.Name}?.{found.Name}", found.Type) : null;
    }

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
        if (type?.InnerModel() is { } model)
        {
            Reach(model.Name, edges, reached);
        }
    }

    private static void Reach(string name, Dictionary<string, List<TypeRef>> edges, HashSet<string> reached)
    {
        var pending = new Stack<string>([name]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!reached.Add(next) || !edges.TryGetValue(next, out var targets))
            {
                continue;
            }

            foreach (var target in targets.Select(static target => target.InnerModel()).OfType<TypeRef>())
            {
                pending.Push(target.Name);
            }
        }
    }
}
