using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the writer of a class.</summary>
internal static class ObjectWriterEmitter
{
    public static void Emit(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        code.Line("/// <inheritdoc/>");
        using (code.Block("public void WriteTo(Utf8JsonWriter writer)"))
        {
            code.Line("ArgumentNullException.ThrowIfNull(writer);");
            code.Line("writer.WriteStartObject();");
            foreach (var property in model.Properties)
            {
                EmitMember(code, model, property);
            }

            if (model.KeepsUnknownMembers)
            {
                code.Line("AdditionalProperties?.WriteTo(writer);");
            }

            code.Line("writer.WriteEndObject();");
        }
    }

    private static void EmitMember(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        var name = Literal.Utf8(property.WireName);
        var source = property.HasBackingField || property.WireName == model.StreamFlag ? property.FieldName : property.Name;
        if (property.Presence == PropertyPresence.Constant)
        {
            code.Line($"writer.WriteString({name}, {source});");
            return;
        }

        if (property.Presence == PropertyPresence.ThreeStates)
        {
            EmitThreeStates(code, property, name);
            return;
        }

        var local = LocalName.Of(property.Name);
        using (code.Block($"if ({source} is {{ }} {local})"))
        {
            code.Line($"writer.WritePropertyName({name});");
            JsonCode.Write(code, property.Type, local);
        }

        if (property.Presence == PropertyPresence.RequiredNullable)
        {
            using (code.Block("else"))
            {
                code.Line($"writer.WriteNull({name});");
            }
        }

        code.Line();
    }

    private static void EmitThreeStates(CodeWriter code, PropertyModel property, string name)
    {
        var local = LocalName.Of(property.Name);
        using (code.Block($"if ({property.Name}.IsSet)"))
        {
            code.Line($"writer.WritePropertyName({name});");
            using (code.Block($"if ({property.Name}.Value is {{ }} {local})"))
            {
                JsonCode.Write(code, property.Type, local);
            }

            using (code.Block("else"))
            {
                code.Line("writer.WriteNullValue();");
            }
        }

        code.Line();
    }
}
