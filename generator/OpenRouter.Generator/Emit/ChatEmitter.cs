using System;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints how a chunk of a chat stream and its parts describe themselves to the runtime, and merge into the end chunk.</summary>
internal static class ChatEmitter
{
    public const string RawReasoning = "_rawReasoning";

    /// <summary>Prints the field for the JSON that the reasoning details of a delta came as.</summary>
    public static void EmitFields(CodeWriter code, ObjectModel model)
    {
        if (VaryingMembers.DetailsOf(model) is { } details)
        {
            code.Line($"private byte[]? {RawReasoning};");
            code.Line($"private {details.Type.Name}? {details.FieldName};");
        }
    }

    /// <summary>What writes reasoning details, which stay the JSON that they came as; false for any other member.</summary>
    public static bool EmitDetailsWriter(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        if (VaryingMembers.DetailsOf(model) != property)
        {
            return false;
        }

        var name = Literal.Utf8(property.WireName);
        code.Line($"ChatEnd.Write(writer, {name}, {RawReasoning});");
        code.Line($"if ({RawReasoning} is null) {{ {JsonCode.WriteMember(property.Type, name, property.FieldName)}; }}");
        return true;
    }

    /// <summary>Prints the property of the reasoning details, which are read only when asked for where a text in them is all that is new; false for any other.</summary>
    public static bool EmitDetails(CodeWriter code, ObjectModel model, PropertyModel property)
    {
        if (VaryingMembers.DetailsOf(model) != property)
        {
            return false;
        }

        code.Line($"public {property.Type.Name}? {property.Name} {{ get => {property.FieldName} ??= ChatEnd.Details({RawReasoning}, static (ref JsonReader reader) => {JsonCode.Read(property.Type)}); init => {property.FieldName} = value; }}");
        return true;
    }

    /// <summary>What reads a member that is one piece of a longer text, which may have been cut inside a character; null for the others.</summary>
    public static string? PieceReader(ObjectModel model, PropertyModel property) => property.Type.Kind != TypeKind.String ? null : (model.ChatPart, property.WireName) switch
    {
        (ChatPart.Delta, "content" or "reasoning" or "reasoning_content" or "refusal") or (ChatPart.Loose, "transcript") => "ChatEnd.Piece",
        (ChatPart.Loose, "arguments") => "ChatEnd.Fragment",
        _ => null,
    };

    public static void Emit(CodeWriter code, ObjectModel model)
    {
        switch (model.ChatPart)
        {
            case ChatPart.Chunk:
                EmitChunk(code, model);
                break;
            case ChatPart.Choice:
                EmitChoice(code, model);
                break;
            case ChatPart.Delta:
                EmitDelta(code, model);
                break;
            case ChatPart.ToolCall:
                EmitToolCall(code, model);
                break;
            case ChatPart.Usage:
                EmitUsage(code, model);
                break;
            case ChatPart.Event:
                EmitEvent(code, model);
                break;
        }
    }

    private static void EmitChunk(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        using (code.Block($"void IChatChunk<{model.Name}>.Describe(ChatAccumulator accumulator)"))
        {
            code.Line($"accumulator.Chunk({Text(model, "id")}, {Text(model, "model")}, {Text(model, "provider")}, {Text(model, "service_tier")});");
            if (model.Find("error") is { } error)
            {
                code.Line($"accumulator.Error({Element(error)});");
            }

            if (model.Find("usage") is { Type.Kind: TypeKind.Object } usage)
            {
                code.Line($"{usage.Name}?.Describe(accumulator);");
            }

            code.Line("var choices = Choices;");
            code.Line("for (var index = 0; index < choices?.Count; index++) { choices[index].Describe(accumulator); }");
        }

        var choiceType = model.Find("choices")!.Type.Item!.Name;
        code.Separate();
        code.Line($"static {model.Name} IChatChunk<{model.Name}>.MergeEnd({model.Name} held, {model.Name} later) => new(held, later);");
        code.Separate();
        code.Line($"static {model.Name} IChatChunk<{model.Name}>.OfRecovery(global::OpenRouter.Core.StreamRecovery recovery) => new() {{ Recovery = recovery }};");
        code.Separate();
        code.Line("/// <summary>Set on a chunk that tells of a recovery and of nothing else.</summary>");
        code.Line($"public global::OpenRouter.Core.StreamRecovery? Recovery {{ {(model.HasRest ? "get => _rest.Recovery; private init => _rest.Recovery = value;" : "get; private init;")} }}");
        EmitMerge(code, model, property => property.WireName == "choices"
            ? $"ChatEnd.Merge<{choiceType}>(held.Choices, later.Choices, static choice => choice.{IndexOf}, {choiceType}.MergeEnd)"
            : null);
    }

    private const string IndexOf = "ChoiceIndex";

    private static void EmitChoice(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        code.Line($"internal long {IndexOf} => {(Number(model, "index") is var index && index == "null" ? "0" : index + " ?? 0")};");
        code.Separate();
        using (code.Block("internal void Describe(ChatAccumulator accumulator)"))
        {
            code.Line($"accumulator.Choice({IndexOf}, {Text(model, "finish_reason")}, {Text(model, "native_finish_reason")});");
            if (model.Find("error") is { } error)
            {
                code.Line($"accumulator.ChoiceError({IndexOf}, {Element(error)});");
            }

            if (model.Find("logprobs") is { Type.Kind: TypeKind.Object or TypeKind.Any } logprobs)
            {
                code.Line($"accumulator.Logprobs({IndexOf}, {(logprobs.Type.Kind == TypeKind.Any ? $"{logprobs.Name} is {{ }} logprobs ? ChatEnd.Writable(logprobs) : null" : Writable(model, logprobs))});");
            }

            code.Line($"Delta?.Describe({IndexOf}, accumulator);");
        }

        var delta = model.Find("delta")!.Type.Name;
        code.Separate();
        code.Line($"internal static {model.Name} MergeEnd({model.Name} held, {model.Name} later) => new(held, later);");
        EmitMerge(code, model, property => property.WireName switch
        {
            "delta" => $"held.Delta is {{ }} first && later.Delta is {{ }} next ? new {delta}(first, next) : later.Delta ?? held.Delta",
            "finish_reason" or "native_finish_reason" => $"held.{property.Name} ?? later.{property.Name}",
            _ => null,
        });
    }

    private static void EmitDelta(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        using (code.Block("internal void Describe(long index, ChatAccumulator accumulator)"))
        {
            code.Line($"accumulator.Text(index, {Text(model, "content")});");
            code.Line($"accumulator.Reasoning(index, {(model.Find("reasoning") is null ? Text(model, "reasoning_content") : Text(model, "reasoning"))});");
            code.Line($"accumulator.Refusal(index, {Text(model, "refusal")});");
            if (VaryingMembers.DetailsOf(model) is not null)
            {
                code.Line($"accumulator.ReasoningDetails(index, {RawReasoning});");
            }

            EmitItems(code, model, "images", "Image");
            EmitItems(code, model, "annotations", "Annotation");
            if (model.Find("tool_calls") is { Type.Item.Kind: TypeKind.Object } calls)
            {
                code.Line($"for (var call = 0; call < {calls.Name}?.Count; call++) {{ {calls.Name}[call].Describe(index, accumulator); }}");
            }

            if (model.Inner is { Second: not null } or { Third: not null })
            {
                code.Line($"if ({model.Find("audio")!.Name} is not null) {{ accumulator.Audio(index, {Text(Held(model.Inner.First))}, {Text(Held(model.Inner.Second))}, {Text(Held(model.Inner.Third))}); }}");
            }
        }

        EmitMerge(code, model, static property => property.Type.Kind switch
        {
            TypeKind.List => $"ChatEnd.Join(held.{property.Name}, later.{property.Name})",
            TypeKind.String when property.WireName is "content" or "reasoning" or "reasoning_content" or "refusal" => $"ChatEnd.Join(held.{property.Name}, later.{property.Name})",
            _ => null,
        });
    }

    private static void EmitToolCall(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        using (code.Block("internal void Describe(long index, ChatAccumulator accumulator)"))
        {
            code.Line($"accumulator.ToolCall(index, {Number(model, "index")}, {Text(model, "id")}, {Text(model.Inner?.First)}, {Text(model.Inner?.Second)});");
        }
    }

    private static void EmitUsage(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        using (code.Block("internal void Describe(ChatAccumulator accumulator)"))
        {
            var cost = model.Find("cost") switch
            {
                { Type.Kind: TypeKind.Decimal } money => Source(money),
                { Type.Kind: TypeKind.Double } money => "(decimal?)" + Source(money),
                _ => "null",
            };
            code.Line($"accumulator.Usage(this, {Number(model, "prompt_tokens")}, {Number(model, "completion_tokens")}, {Number(model, "total_tokens")}, {Number(model.Inner?.First)}, {Number(model.Inner?.Second)}, {cost});");
        }
    }

    /// <summary>An object as event: the document says nothing of ends and failures, so it is neither.</summary>
    private static void EmitEvent(CodeWriter code, ObjectModel model)
    {
        code.Separate();
        code.Line($"StreamEventRole IStreamEvent<{model.Name}>.Role => StreamEventRole.Event;");
        code.Separate();
        code.Line($"JsonElement? IStreamEvent<{model.Name}>.Error => null;");
    }

    private static void EmitItems(CodeWriter code, ObjectModel model, string wireName, string method)
    {
        if (model.Find(wireName) is not { Type.Kind: TypeKind.List } list)
        {
            return;
        }

        if (list.Type.Item!.IsModel)
        {
            code.Line($"accumulator.{method}s(index, {Writable(model, list)});");
        }
        else if (list.Type.Item.Kind == TypeKind.Any)
        {
            using (code.Block($"foreach (var item in {list.Name} ?? [])"))
            {
                code.Line($"accumulator.{method}(index, ChatEnd.Writable(item));");
            }
        }
    }

    private static void EmitMerge(CodeWriter code, ObjectModel model, Func<PropertyModel, string?> special)
    {
        code.Separate();
        ObjectEmitter.EmitSetsRequired(code, model);
        using (code.Block($"{(model.ChatPart == ChatPart.Delta ? "internal" : "private")} {model.Name}({model.Name} held, {model.Name} later)"))
        {
            if (model.HasRest)
            {
                code.Line("_rest = new Rest();");
            }

            foreach (var property in model.Properties)
            {
                if (VaryingMembers.DetailsOf(model) == property)
                {
                    code.Line($"{RawReasoning} = ChatEnd.Join(held.{RawReasoning}, later.{RawReasoning});");
                    continue;
                }

                code.Line(LateMembers.Has(model, property)
                    ? LateMembers.Merge(VaryingEmitter.PlaceOf(model, property)!)
                    : $"{property.Name} = {special(property) ?? Merged(property)};");
            }

            if (model.KeepsUnknownMembers)
            {
                code.Line("AdditionalProperties = ChatEnd.Join(held.AdditionalProperties, later.AdditionalProperties);");
            }
        }
    }

    /// <summary>What comes in pieces is joined; of the rest the later counts, and the counts of tokens are whole each time.</summary>
    private static string Merged(PropertyModel property) => property.Type.Kind == TypeKind.Object && property.Role != MemberRole.Usage
        ? $"ChatEnd.Merge(held.{property.Name}, later.{property.Name}, {JsonCode.Reader(property.Type)})"
        : $"later.{property.Name} ?? held.{property.Name}";

    /// <summary>The member as something that writes itself, without reading what was not asked for.</summary>
    private static string Writable(ObjectModel model, PropertyModel property) =>
        LateMembers.Has(model, property) ? VaryingEmitter.PlaceOf(model, property)! : property.Name;

    private static string Source(PropertyModel property) => property.HasBackingField ? property.FieldName : property.Name;

    private static string Text(ObjectModel model, string wireName) =>
        model.Find(wireName) is { } property ? Text(new InnerMember(Source(property), property.Type)) : "null";

    /// <summary>The member where its object is known to be there, so that nothing asks again.</summary>
    private static InnerMember? Held(InnerMember? member) => member is null ? null : member with { Path = member.Path.Replace("?.", ".") };

    private static string Text(InnerMember? member) => member?.Type.Kind switch
    {
        TypeKind.String => member.Path,
        TypeKind.Enum => member.Path + "?.Value",
        TypeKind.Union => $"ChatEnd.Text({member.Path})",
        _ => "null",
    };

    private static string Number(ObjectModel model, string wireName) =>
        model.Find(wireName) is { } property ? Number(new InnerMember(Source(property), property.Type)) : "null";

    private static string Number(InnerMember? member) => member?.Type.Kind switch
    {
        TypeKind.Int64 or TypeKind.Int32 => member.Path,
        TypeKind.Double => "(long?)" + member.Path,
        _ => "null",
    };

    private static string Element(PropertyModel property) => property.Type.Kind switch
    {
        TypeKind.Any => property.Name,
        TypeKind.Object or TypeKind.Union => $"{property.Name} is {{ }} error ? JsonModel.ToElement(error) : null",
        TypeKind.String => $"{property.Name} is {{ }} error ? ChatEnd.Element(error) : null",
        _ => "null",
    };
}
