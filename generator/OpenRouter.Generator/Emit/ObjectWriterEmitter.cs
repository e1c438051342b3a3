using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the writer of a class.</summary>
internal static class ObjectWriterEmitter
{
    public static void Emit(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        using (code.Block("public void WriteTo(JsonWriter writer)"))
        {
            code.Line("JsonWrite.Start(writer);");
            foreach (var property in model.Properties)
            {
                EmitMember(code, model, property);
            }

            code.Line(model.KeepsUnknownMembers ? "JsonWrite.End(writer, AdditionalProperties);" : "JsonWrite.End(writer);");
        }
    }

    private static void EmitMember(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        if (ChatEmitter.EmitDetailsWriter(code, model, property))
        {
            return;
        }

        var name = Literal.Utf8(property.WireName);
        var source = property.HasBackingField || property.WireName == model.StreamFlag ? property.FieldName : property.Name;
        switch (property.Presence)
        {
            case PropertyPresence.ThreeStates:
                using (code.Block($"if ({property.Name}.IsSet)"))
                {
                    code.Line($"JsonWrite.Name(writer, {name});");
                    code.Line(JsonCode.Write(property.Type, property.Name + ".Value", isNullable: true) + ";");
                }

                code.Line();
                break;
            case PropertyPresence.RequiredNullable when AbsenceBits.IsWritten(model, property) is { } condition:
                using (code.Block($"if ({condition})"))
                {
                    code.Line($"JsonWrite.Name(writer, {name});");
                    code.Line(JsonCode.Write(property.Type, source, isNullable: true) + ";");
                }

                code.Line();
                break;
            case PropertyPresence.RequiredNullable:
                code.Line($"JsonWrite.Name(writer, {name});");
                code.Line(JsonCode.Write(property.Type, source, isNullable: true) + ";");
                break;
            case PropertyPresence.Optional when LateMembers.Has(model, property):
                code.Line($"JsonWrite.Member(writer, {name}, {VaryingEmitter.PlaceOf(model, property)});");
                break;
            default:
                code.Line(JsonCode.WriteMember(property.Type, name, source) + ";");
                break;
        }
    }
}
