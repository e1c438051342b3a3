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
        var scope = new NameScope([.. ReservedNames.EnumMembers, "Deconstruct", type.Name]);
        var members = new List<EnumValueModel>();
        var isNumber = type.Kind == TypeKind.NumberEnum;
        foreach (var value in values)
        {
            members.Add(new EnumValueModel(scope.Take(isNumber ? NumberName(schema, value) : CSharpName.Pascal(value)), value));
        }

        var summary = schema.Description ?? "";
        return new EnumModel(type.Name, type.Namespace, new EquatableList<EnumValueModel>(members), schema.IsDeprecated, new DocModel(summary, schema.Pointer)) { IsNumber = isNumber };
    }

    /// <summary>The name that the document gives a number in one of the usual extensions, or one made of the number: ValueMinus5.</summary>
    private static string NumberName(Schema schema, string value)
    {
        var position = schema.Node["enum"]?.Items.FindIndex(item => item.Text == value) ?? -1;
        foreach (var extension in new[] { "x-csharp-names", "x-enum-varnames", "x-enumNames" })
        {
            if (position >= 0 && schema.Node[extension] is { IsArray: true } names && position < names.Items.Count && names.Items[position].Text.Length > 0)
            {
                return CSharpName.Pascal(names.Items[position].Text);
            }
        }

        return "Value" + value.Replace("-", "Minus");
    }
}
