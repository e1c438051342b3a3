using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints a class: its members, its reader and its writer.</summary>
internal static class ObjectEmitter
{
    public static SourceText Emit(ObjectModel model)
    {
        var code = SourceHeader.Start(model.Style, model.Namespace, model.Usings);
        code.Use(UsingsOf(model));
        code.Doc(model.Doc);
        code.Line(SourceHeader.ToolAttribute);
        code.Deprecation(model.IsDeprecated);
        if (model.ChatPart == ChatPart.Chunk)
        {
            code.Annotation("StreamChunk");
        }

        if (model.IsTerminal)
        {
            code.Annotation("TerminalResult");
        }

        if (model.IsCallersTool)
        {
            code.Annotation("OffersTools");
        }

        using (code.Block($"{code.Access} sealed partial class {model.Name}{Interfaces(model)}"))
        {
            EmitFields(code, model);
            EmitConstructors(code, model);
            foreach (var property in model.Properties)
            {
                EmitProperty(code, model, property);
            }

            if (model.KeepsUnknownMembers)
            {
                code.Separate();
                code.Summary("Members that are not in the document.");
                code.Line(model.HasRest ? "public JsonExtras? AdditionalProperties { get => _rest.AdditionalProperties; init => _rest.AdditionalProperties = value; }" : "public JsonExtras? AdditionalProperties { get; init; }");
            }

            if (model.IsRead)
            {
                code.Separate();
                code.Line($"public static {model.Name} ReadFrom(ref JsonReader reader) => new(ref reader);");
            }

            if (model.IsWritten)
            {
                ObjectWriterEmitter.Emit(code, model);
            }

            ChatEmitter.Emit(code, model);
            VaryingEmitter.Emit(code, model);
            EmitStreamCopy(code, model);
            FormEmitter.Emit(code, model);
        }

        return code.ToSourceText();
    }

    private static Usings UsingsOf(ObjectModel model)
    {
        var usings = Usings.None;
        if (model.IsRead || model.IsWritten || model.KeepsUnknownMembers || model.Properties.Any(static property => property.HasBackingField || property.Presence == PropertyPresence.ThreeStates))
        {
            usings |= Usings.RuntimeJson;
        }

        if (model.IsRead && model.Properties.Count > 0)
        {
            usings |= Usings.System;
            usings |= model.Properties.Any(property => IsRequired(model, property)) ? Usings.CodeAnalysis : Usings.None;
        }

        if (model.Varying.Count > 0 || model.ChatPart is ChatPart.Chunk or ChatPart.Event)
        {
            usings |= Usings.Memo;
        }

        if (model.ChatPart != ChatPart.None || model.Varying.Count > 0 || model.Properties.Any(static property => property.Role == MemberRole.FinishReason))
        {
            usings |= model.ChatPart == ChatPart.Event ? Usings.Streaming | Usings.Json : Usings.Streaming;
        }

        return model.IsForm ? usings | Usings.RuntimeHttp : usings;
    }

    private static string Interfaces(ObjectModel model)
    {
        var interfaces = new List<string>();
        if (model.ChatPart == ChatPart.Chunk)
        {
            interfaces.Add($"IChatChunk<{model.Name}>");
        }
        else if (model.ChatPart == ChatPart.Event)
        {
            interfaces.Add($"IStreamEvent<{model.Name}>");
        }
        else if (model.IsRead)
        {
            interfaces.Add($"IJsonReadable<{model.Name}>");
        }

        if (model.IsWritten)
        {
            interfaces.Add("IJsonWritable");
        }

        return interfaces.Count == 0 ? "" : " : " + string.Join(", ", interfaces);
    }

    private static void EmitFields(CodeWriter code, ObjectModel model)
    {
        VaryingEmitter.EmitFields(code, model);
        foreach (var property in model.Properties.Where(property => NeedsField(model, property) && !model.IsInRest(property) && VaryingMembers.DetailsOf(model) != property))
        {
            code.Line($"private {property.Type.Name}? {property.FieldName};");
        }

        AbsenceBits.EmitFields(code, model);
        ChatEmitter.EmitFields(code, model);
    }

    /// <summary>The stream flag has a field too, and so have texts that vary: copies with other values are made of their owners.</summary>
    private static bool NeedsField(ObjectModel model, PropertyModel property) =>
        property.HasBackingField || property.WireName == model.StreamFlag || VaryingEmitter.PlaceOf(model, property) is not null;

    private static void EmitConstructors(CodeWriter code, ObjectModel model)
    {
        if (!model.IsRead)
        {
            return;
        }

        code.Separate();
        code.Line($"public {model.Name}() {(model.HasRest ? "=> _rest = new Rest();" : "{ }")}");
        code.Separate();
        EmitSetsRequired(code, model);
        using (code.Block($"internal {model.Name}(ref JsonReader reader)"))
        {
            if (model.HasRest)
            {
                code.Line("_rest = new Rest();");
            }

            code.Line($"JsonMembers.Start(ref reader, nameof({model.Name}));");
            AbsenceBits.EmitStart(code, model);
            if (model.KeepsUnknownMembers)
            {
                code.Line("JsonExtras? extras = null;");
            }

            using (code.Block("while (JsonMembers.Next(ref reader, out var name))"))
            using (code.Block("switch (name.Length)"))
            {
                foreach (var property in model.Properties.OrderBy(static property => Literal.Utf8Length(property.WireName)))
                {
                    EmitRead(code, model, property);
                }

                code.Line($"default: {(model.KeepsUnknownMembers ? "JsonMembers.Keep(ref extras, name, ref reader);" : "JsonRead.Skip(ref reader);")} break;");
            }

            if (model.KeepsUnknownMembers)
            {
                code.Line();
                code.Line("AdditionalProperties = extras;");
            }
        }
    }

    /// <summary>A constructor that may leave required members unset has to say so, where there are some.</summary>
    public static void EmitSetsRequired(CodeWriter code, ObjectModel model)
    {
        if (model.Properties.Any(property => IsRequired(model, property)))
        {
            code.Line("[SetsRequiredMembers]");
        }
    }

    /// <summary>The type that a member is declared with.</summary>
    public static string TypeOf(PropertyModel property) => property switch
    {
        { Presence: PropertyPresence.Constant } => "string",
        { Presence: PropertyPresence.ThreeStates } => $"Optional<{property.Type.Name}?>",
        { HasBackingField: true } => property.Type.Name,
        _ => property.Type.Name + "?",
    };

    /// <summary>Whether a member is declared as required.</summary>
    public static bool IsRequired(ObjectModel model, PropertyModel property) =>
        model.IsSent && property.Presence is PropertyPresence.Required or PropertyPresence.RequiredNullable && !property.IsDeprecated;

    private static void EmitRead(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        var target = VaryingEmitter.PlaceOf(model, property) ?? (NeedsField(model, property) ? property.FieldName : property.Name);
        var read = JsonCode.Read(property.Type);
        if (property.Presence == PropertyPresence.Constant)
        {
            read += $" ?? {property.Name}";
        }
        else if (property.Presence == PropertyPresence.ThreeStates)
        {
            read = $"new Optional<{property.Type.Name}?>({read})";
        }
        else if (VaryingMembers.DetailsOf(model) == property)
        {
            (target, read) = (ChatEmitter.RawReasoning, "ChatEnd.Details(ref reader)");
        }
        else if (LateMembers.Has(model, property))
        {
            read = LateMembers.Read(property);
        }
        else if (model.ChatPart == ChatPart.Chunk && property.WireName == "choices")
        {
            read = $"ChatEnd.NullIfEmpty({read})";
        }
        else if (property.Role == MemberRole.FinishReason && property.Type.Kind is (TypeKind.String or TypeKind.Enum))
        {
            // Some servers send "" where nothing has ended yet; code that compares with null must not stop there.
            read = $"ChatEnd.NullIfBlank({read})";
        }
        else if (ChatEmitter.PieceReader(model, property) is { } pieceReader)
        {
            read = $"{pieceReader}(ref reader)";
        }

        code.Line($"case {Literal.Number(Literal.Utf8Length(property.WireName))} when name.SequenceEqual({Literal.Utf8(property.WireName)}): {target} = {read}; {(AbsenceBits.Seen(model, property) is { } seen ? seen + " " : "")}break;");
    }

    private static void EmitProperty(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        code.Use(property.Type);
        code.Separate();
        code.Doc(property.Doc);
        code.MemberAnnotations(property);
        var required = IsRequired(model, property) ? "required " : "";
        if (ChatEmitter.EmitDetails(code, model, property))
        {
            return;
        }

        if (property.Presence == PropertyPresence.Constant)
        {
            code.Line($"public string {property.Name} {{ get; init; }} = {Literal.Text(property.ConstantValue!)};");
        }
        else if (property.Presence == PropertyPresence.ThreeStates)
        {
            code.Line($"public {TypeOf(property)} {property.Name} {{ get; init; }}");
        }
        else if (!NeedsField(model, property))
        {
            code.Line($"public {required}{TypeOf(property)} {property.Name} {{ get; init; }}");
        }
        else if (!property.HasBackingField)
        {
            var place = VaryingEmitter.PlaceOf(model, property) ?? property.FieldName;
            var accessors = LateMembers.Has(model, property) ? LateMembers.Accessors(property, place) : $"get => {place}; init => {place} = value;";
            code.Line($"public {required}{TypeOf(property)} {property.Name} {{ {accessors} }}");
        }
        else
        {
            var missing = $"JsonMember.Missing<{property.Type.Name}>(nameof({model.Name}), {Literal.Text(property.WireName)})";
            code.Line($"public {required}{TypeOf(property)} {property.Name} {{ get => {property.FieldName} ?? {missing}; init => {property.FieldName} = value; }}");
        }
    }

    private static void EmitStreamCopy(CodeWriter code, ObjectModel model)
    {
        if (model.StreamFlag is null || model.Find(model.StreamFlag) is not { } flag)
        {
            return;
        }

        code.Separate();
        code.Summary("This request with the flag that asks for a stream, or for the whole answer at once.");
        using (code.Block($"internal {model.Name} ForStreaming(bool value)"))
        {
            using (code.Block($"if ({flag.FieldName} == value)"))
            {
                code.Line("return this;");
            }

            code.Line();
            code.Line($"var copy = ({model.Name})MemberwiseClone();");
            code.Line($"copy.{flag.FieldName} = value;");
            code.Line("return copy;");
        }
    }
}
