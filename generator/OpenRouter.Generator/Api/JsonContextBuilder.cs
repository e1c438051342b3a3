using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Api;

/// <summary>Lists the types that travel both ways: the context can read and write each of them.</summary>
internal static class JsonContextBuilder
{
    public static JsonContextModel Build(string rootNamespace, string clientName, DirectedTypes types, IReadOnlyList<EnumModel> enums)
    {
        var stem = clientName.EndsWith("Client", StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - 6) : clientName;
        var own = rootNamespace + ".Models";
        var both = types.Objects.Where(static item => item.IsRead && item.IsWritten).Select(static item => TypeRef.Model(TypeKind.Object, item.Name, item.Namespace))
            .Concat(types.Unions.Where(static item => item.IsRead && item.IsWritten).Select(static item => TypeRef.Model(TypeKind.Union, item.Name, item.Namespace)))
            .Concat(enums.Select(static item => TypeRef.Model(item.IsNumber ? TypeKind.NumberEnum : TypeKind.Enum, item.Name, item.Namespace)))
            .OrderBy(static item => item.Name, StringComparer.Ordinal)
            .ToList();
        var scope = new NameScope([.. ReservedNames.ObjectMembers, "Default", "Options", "GetTypeInfo", "GeneratedSerializerOptions", stem + "JsonContext"]);
        return new JsonContextModel(
            own,
            stem + "JsonContext",
            Directions.Usings(own, both),
            new EquatableList<JsonContextEntry>(both.Select(item => new JsonContextEntry(item.Name, scope.Take(item.Name), item.Kind))));
    }
}
