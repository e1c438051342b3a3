using System.Collections.Generic;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Builds open enums.</summary>
internal static class EnumBuilder
{
    public static EnumModel Build(Schema schema, TypeRef type, IReadOnlyList<string> values)
    {
        var scope = new NameScope([.. ReservedNames.EnumMembers, type.Name]);
        var members = new List<EnumValueModel>();
        foreach (var value in values)
        {
            members.Add(new EnumValueModel(scope.Take(CSharpName.Pascal(value)), value));
        }

        var summary = schema.Description ?? "";
        return new EnumModel(type.Name, type.Namespace, new EquatableList<EnumValueModel>(members), schema.IsDeprecated, new DocModel(summary, null));
    }
}
