using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Makes the fluent builder of an operation out of its parameters and the members of its body.</summary>
internal sealed class BuilderBuilder
{
    private static readonly string[] Reserved = ["Build", "SendAsync", "StreamAsync", "EnumerateAsync", "Equals", "GetHashCode", "ToString", "GetType", "WithAdditionalProperty"];

    private readonly IReadOnlyDictionary<string, ObjectModel> _objects;
    private readonly IReadOnlyDictionary<string, UnionModel> _unions;

    public BuilderBuilder(IReadOnlyDictionary<string, ObjectModel> objects, IReadOnlyDictionary<string, UnionModel> unions)
    {
        _objects = objects;
        _unions = unions;
    }

    public BuilderModel Build(OperationModel operation, string groupInterface, IReadOnlyList<string>? positional, bool ownsOptions)
    {
        var body = operation.Body?.Type is { Kind: TypeKind.Object } type && _objects.TryGetValue(type.Name, out var found) ? found : null;
        var arguments = new List<BuilderArgument>();
        var properties = new List<BuilderProperty>();
        var methods = new NameScope(Reserved);
        var fields = new NameScope("_api", "_extras");
        var names = new NameScope("api", "cancellationToken");
        foreach (var parameter in operation.Arguments)
        {
            names.Take(parameter.ArgumentName.TrimStart('@'));
            arguments.Add(new BuilderArgument(parameter.ArgumentName, parameter.Type, fields.Take(CSharpName.Field(parameter.PropertyName)), parameter.Role, parameter.Doc));
        }

        if (operation.Body is { } content && body is null)
        {
            arguments.Add(new BuilderArgument("request", content.Type, fields.Take("_request"), MemberRole.None, new DocModel(content.Doc, null), content.IsRequired));
        }

        foreach (var property in body?.Properties ?? EquatableList<PropertyModel>.Empty)
        {
            AddBodyProperty(operation, property, positional, arguments, properties, methods, fields, names);
        }

        foreach (var parameter in operation.Options?.Parameters ?? EquatableList<ParameterModel>.Empty)
        {
            properties.Add(new BuilderProperty(
                methods.IsFree("With" + parameter.PropertyName) ? TakeWith(methods, parameter.PropertyName) : TakeWith(methods, parameter.PropertyName + "Parameter"),
                fields.Take(CSharpName.Field(parameter.PropertyName)), parameter.Type, false, false, true, false, null, EquatableList<BuilderAdder>.Empty, parameter.Range, parameter.Role, parameter.IsDeprecated, parameter.Doc));
        }

        return new BuilderModel(
            operation,
            groupInterface,
            new EquatableList<BuilderArgument>(arguments),
            new EquatableList<BuilderProperty>(properties),
            body is not null,
            body is { KeepsUnknownMembers: true } && operation.Body!.Kind == BodyKind.Json,
            ownsOptions);
    }

    private static string TakeWith(NameScope methods, string name) => methods.Take("With" + name).Substring(4);

    private void AddBodyProperty(
        OperationModel operation,
        PropertyModel property,
        IReadOnlyList<string>? positional,
        List<BuilderArgument> arguments,
        List<BuilderProperty> properties,
        NameScope methods,
        NameScope fields,
        NameScope names)
    {
        if (property.WireName == operation.Body!.StreamFlag || property.Presence == PropertyPresence.Constant)
        {
            return;
        }

        var isRequired = property.Presence is PropertyPresence.Required or PropertyPresence.RequiredNullable;
        var isArgument = positional is null
            ? property.Presence == PropertyPresence.Required && property.Type.Kind is not (TypeKind.List or TypeKind.Map)
            : positional.Contains(property.WireName);
        var field = fields.Take(property.FieldName);
        if (isArgument)
        {
            arguments.Add(new BuilderArgument(CSharpName.Camel(names.Take(CSharpName.Camel(property.Name).TrimStart('@'))), property.Type, field, property.Role, property.Doc));
        }

        var adders = property.Type.Kind == TypeKind.List && property.Presence != PropertyPresence.ThreeStates ? Adders(property, methods) : [];
        properties.Add(new BuilderProperty(
            TakeWith(methods, property.Name),
            field,
            property.Type,
            isRequired,
            property.Presence == PropertyPresence.ThreeStates,
            IsParameter: false,
            isArgument,
            adders.Exists(static adder => adder.IsLeading) ? fields.Take("_leading" + property.Name) : null,
            new EquatableList<BuilderAdder>(adders),
            property.Range,
            property.Role,
            property.IsDeprecated,
            property.Doc)
        {
            Limits = property.Limits,
            Excludes = property.Excludes,
        });
    }

    private List<BuilderAdder> Adders(PropertyModel property, NameScope methods)
    {
        var item = property.Type.Item!;
        var singular = CSharpName.Singular(property.Name);
        var adders = new List<BuilderAdder>
        {
            new(methods.Take("Add" + singular), item, EquatableList<AdderArgument>.Empty, false, $"Adds one item to {property.WireName}.")
            {
                OffersTools = property.Role == MemberRole.Tools,
            },
        };
        if (item.Kind != TypeKind.Union || !_unions.TryGetValue(item.Name, out var union))
        {
            return adders;
        }

        foreach (var unionCase in union.Cases.Where(static candidate => candidate.Type.Kind == TypeKind.Object))
        {
            var label = unionCase.Tag is { } tag ? CSharpName.Pascal(tag) : unionCase.Type.Name;
            var name = "Add" + (label.EndsWith(singular, StringComparison.Ordinal) ? label : label + singular);
            if (!methods.IsFree(name))
            {
                continue;
            }

            methods.Take(name);
            var summary = $"Adds one item to {property.WireName}: {unionCase.Tag ?? unionCase.Type.Name}.";
            var offers = unionCase.IsCallersTool && property.Role is MemberRole.Tools or MemberRole.MixedTools;
            adders.Add(new BuilderAdder(name, unionCase.Type, EquatableList<AdderArgument>.Empty, unionCase.IsLeading, summary) { OffersTools = offers });
            adders.AddRange(Shortcuts(name, unionCase, summary).Select(adder => adder with { OffersTools = offers }));
        }

        return adders;
    }

    /// <summary>Overloads that take the members which every such item needs, instead of the item.</summary>
    private IEnumerable<BuilderAdder> Shortcuts(string name, UnionCaseModel unionCase, string summary)
    {
        if (!_objects.TryGetValue(unionCase.Type.Name, out var item))
        {
            yield break;
        }

        var needed = item.Properties.Where(static property => property.Presence is PropertyPresence.Required or PropertyPresence.RequiredNullable).ToList();
        if (needed.Count == 0 && item.Find("content") is { } content)
        {
            needed.Add(content);
        }

        if (needed.Count is 0 or > 3)
        {
            yield break;
        }

        yield return Shortcut(name, unionCase, summary, needed, asString: false);
        if (needed.Exists(TakesString))
        {
            yield return Shortcut(name, unionCase, summary, needed, asString: true);
        }
    }

    private BuilderAdder Shortcut(string name, UnionCaseModel unionCase, string summary, List<PropertyModel> needed, bool asString)
    {
        // Identifiers go first: AddToolMessage(toolCallId, content) reads as it is said.
        var arguments = needed
            .OrderBy(static property => property.WireName.EndsWith("id", StringComparison.Ordinal) ? 0 : 1)
            .Select(property =>
            {
                var isText = asString && TakesString(property);
                return new AdderArgument(CSharpName.Camel(property.Name), property.Name, isText ? TypeRef.String : property.Type, property.Role);
            });
        return new BuilderAdder(name, unionCase.Type, new EquatableList<AdderArgument>(arguments), unionCase.IsLeading, summary);
    }

    private bool TakesString(PropertyModel property) =>
        property.Type.Kind == TypeKind.Union
        && _unions.TryGetValue(property.Type.Name, out var union)
        && union.Cases.Any(static candidate => candidate.Type.Kind == TypeKind.String);
}
