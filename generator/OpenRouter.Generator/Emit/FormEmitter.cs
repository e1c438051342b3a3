using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how a class that is sent as a form becomes its parts.</summary>
internal static class FormEmitter
{
    public static void Emit(CodeWriter code, ObjectModel model)
    {
        if (!model.IsForm)
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

            if (model.KeepsUnknownMembers)
            {
                code.Line("FormParts.AddAll(form, AdditionalProperties);");
            }

            code.Line("return form;");
        }
    }

    private static void EmitPart(CodeWriter code, PropertyModel property)
    {
        var name = Literal.Text(property.WireName);
        var source = property.HasBackingField ? property.FieldName : property.Presence == PropertyPresence.ThreeStates ? property.Name + ".Value" : property.Name;
        switch (property.Type)
        {
            case { Kind: TypeKind.List, Item.Kind: not (TypeKind.File or TypeKind.List or TypeKind.Map) }:
                using (code.Block($"foreach (var item in {source} ?? [])"))
                {
                    code.Line($"FormParts.Add(form, {name}, item);");
                }

                break;
            case { Kind: TypeKind.Map } or { Kind: TypeKind.List, Item.Kind: not TypeKind.File }:
                var local = LocalName.Of(property.Name);
                using (code.Block($"if ({source} is {{ }} {local})"))
                {
                    code.Line($"FormParts.Add(form, {name}, {JsonCode.Body(property.Type, local)});");
                }

                break;
            default:
                code.Line($"FormParts.Add(form, {name}, {source}{(property.Type.Kind == TypeKind.Union ? "?.Value" : property.Type.Kind is TypeKind.Enum or TypeKind.NumberEnum ? "?.Value" : "")});");
                break;
        }
    }
}
