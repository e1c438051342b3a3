using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how a class with a file becomes the parts of a form.</summary>
internal static class FormEmitter
{
    public static void Emit(CodeWriter code, ObjectModel model)
    {
        if (!model.Properties.Any(static property => property.Type.Kind == TypeKind.File))
        {
            return;
        }

        code.Separate();
        code.Summary("The members as parts of a form (multipart/form-data).");
        using (code.Block("internal MultipartBody ToMultipart()"))
        {
            code.Line("var form = new MultipartBody();");
            foreach (var property in model.Properties)
            {
                EmitPart(code, property);
            }

            code.Line("return form;");
        }
    }

    private static void EmitPart(CodeWriter code, PropertyModel property)
    {
        var name = Literal.Text(property.WireName);
        var source = property.HasBackingField ? property.FieldName : property.Name;
        using (code.Block($"if ({source} is {{ }} {Local(property)})"))
        {
            if (property.Type.Kind == TypeKind.List)
            {
                using (code.Block($"foreach (var item in {Local(property)})"))
                {
                    code.Line(Part(property.Type.Item!, name, "item"));
                }
            }
            else
            {
                code.Line(Part(property.Type, name, Local(property)));
            }
        }

        code.Line();
    }

    private static string Local(PropertyModel property) => Api.Naming.CSharpName.Camel(property.Name) + "Part";

    private static string Part(TypeRef type, string name, string value) => type.Kind switch
    {
        TypeKind.File => $"form.AddFile({name}, {value});",
        TypeKind.String => $"form.AddText({name}, {value});",
        TypeKind.Enum => $"form.AddText({name}, {value}.Value);",
        TypeKind.Boolean => $"form.AddText({name}, {value} ? \"true\" : \"false\");",
        TypeKind.Object or TypeKind.Union => $"form.AddText({name}, JsonModel.ToJson({value}));",
        TypeKind.Uri => $"form.AddText({name}, {value}.OriginalString);",
        TypeKind.Any => $"form.AddText({name}, {value}.GetRawText());",
        TypeKind.List or TypeKind.Map or TypeKind.Bytes => $"form.AddText({name}, {value}.ToString());",
        _ => $"form.AddText({name}, {value}.ToString(null, global::System.Globalization.CultureInfo.InvariantCulture));",
    };
}
