using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Builds the class of an object schema. Direction is decided later, when every type is known.</summary>
internal sealed class ObjectBuilder
{
    private readonly TypeResolver _types;
    private readonly ChatProfile _chat;
    private readonly MemberRoles _roles;
    private readonly HashSet<Schema> _updateRequests;

    public ObjectBuilder(TypeResolver types, ChatProfile chat, MemberRoles roles, HashSet<Schema> updateRequests)
    {
        _roles = roles;
        _types = types;
        _chat = chat;
        _updateRequests = updateRequests;
    }

    public ObjectModel Build(Schema schema, TypeRef type)
    {
        var part = _chat.PartOf(schema);
        var scope = new NameScope([.. ReservedNames.Members, .. part == ChatPart.Chunk ? ReservedNames.ChunkMembers : [], .. part == ChatPart.None ? [] : ReservedNames.StreamedMembers, type.Name]);
        var names = schema.Properties.ConvertAll(property =>
            scope.Take(property.Schema.CSharpName is { } chosen && IsMemberName(property) ? chosen : MemberName(property.Name, scope)));
        // Fields of the emitted code itself stand beside those of the properties: one for every 32 members.
        var fields = new NameScope([.. names, "_rest", "_rawReasoning", "_absent", .. names.Where(static (_, index) => index % 32 == 0).Select(static (_, index) => $"_absent{index + 1}")]);
        var properties = new List<PropertyModel>();
        for (var i = 0; i < names.Count; i++)
        {
            properties.Add(BuildProperty(schema, type, schema.Properties[i], names[i], fields.Take(CSharpName.Field(names[i])), part) with
            {
                Excludes = new EquatableList<string>(schema.Properties[i].Schema.Excludes
                    .Select(excluded => schema.Properties.FindIndex(candidate => candidate.Name == excluded))
                    .Where(static position => position >= 0)
                    .Select(position => names[position])),
            });
        }

        var summary = schema.Description ?? "";
        return new ObjectModel(
            type.Name,
            type.Namespace,
            new EquatableList<PropertyModel>(properties),
            !schema.IsClosed,
            IsRead: true,
            IsWritten: true,
            IsSent: false,
            part,
            Inner: null,
            IsForm: false,
            StreamFlag: null,
            EquatableList<string>.Empty,
            schema.IsDeprecated,
            new DocModel(summary, schema.Pointer));
    }

    /// <summary>On an inline schema that becomes a type, the extension names the type and not the property.</summary>
    private bool IsMemberName(SchemaProperty property) =>
        _types.Resolve(property.Schema, property.Schema.CSharpName!).InnerModel()?.Name != property.Schema.CSharpName;

    private static string MemberName(string wireName, NameScope scope)
    {
        var name = CSharpName.Pascal(wireName);
        return scope.IsFree(name) ? name : name + "Value";
    }

    private PropertyModel BuildProperty(Schema owner, TypeRef ownerType, SchemaProperty property, string name, string field, ChatPart part)
    {
        var type = _types.Resolve(property.Schema, ownerType.Name + CSharpName.Pascal(property.Name), out var isNullable);
        var shape = _types.Reducer.Reduce(property.Schema).Schema;
        var constant = type.Kind == TypeKind.String && shape.EnumValues.Count == 1 ? shape.EnumValues[0].Text : null;
        var presence = PresenceOf(owner, property, isNullable, constant, part);
        return new PropertyModel(
            property.Name,
            name,
            field,
            type,
            presence,
            presence is not (PropertyPresence.Required or PropertyPresence.Constant or PropertyPresence.ThreeStates),
            presence == PropertyPresence.Required,
            presence == PropertyPresence.Constant ? constant : null,
            Ranges.Of(property.Schema.Range ?? shape.Range, type),
            _roles.Of(owner, property, part),
            property.Schema.IsDeprecated,
            property.Schema.IsReadOnly || shape.IsReadOnly,
            property.Schema.IsWriteOnly || shape.IsWriteOnly,
            PropertyDocs.Of(property.Schema, shape, constant))
        {
            Limits = Ranges.LengthOf(property.Schema.Length ?? shape.Length, type),
        };
    }

    private PropertyPresence PresenceOf(Schema owner, SchemaProperty property, bool isNullable, string? constant, ChatPart part)
    {
        // Nothing in a chunk can be relied upon (protocol: members come absent, null and empty).
        if (part is not (ChatPart.None or ChatPart.Usage or ChatPart.Event))
        {
            return PropertyPresence.Optional;
        }

        if (owner.Required.Contains(property.Name))
        {
            return isNullable
                ? PropertyPresence.RequiredNullable
                : constant is null ? PropertyPresence.Required : PropertyPresence.Constant;
        }

        return isNullable && _updateRequests.Contains(owner) ? PropertyPresence.ThreeStates : PropertyPresence.Optional;
    }
}
