using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the reader of a union: by token kind first, then by tags and members.</summary>
internal static class UnionReaderEmitter
{
    public static void Emit(CodeWriter code, UnionModel model)
    {
        code.Separate();
        using (code.Block($"public static {model.Name} ReadFrom(ref Utf8JsonReader reader)"))
        {
            var reading = model.Reading;
            EmitToken(code, model, "reader.TokenType == JsonTokenType.String", reading.StringCase);
            EmitToken(code, model, "reader.TokenType is JsonTokenType.True or JsonTokenType.False", reading.BooleanCase);
            EmitNumbers(code, model, reading);
            EmitArrays(code, model, reading);
            if (reading.Objects is { } objects)
            {
                using (code.Block("if (reader.TokenType == JsonTokenType.StartObject)"))
                {
                    EmitChoice(code, model, objects, 0);
                }

                code.Line();
            }

            code.Line("return new(JsonRead.Element(ref reader));");
        }
    }

    private static void EmitToken(CodeWriter code, UnionModel model, string condition, int index)
    {
        if (index < 0)
        {
            return;
        }

        using (code.Block($"if ({condition})"))
        {
            code.Line(Return(model, index));
        }

        code.Line();
    }

    private static void EmitNumbers(CodeWriter code, UnionModel model, UnionReading reading)
    {
        if (reading.IntegerCase >= 0 && reading.NumberCase >= 0)
        {
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _)", reading.IntegerCase);
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number", reading.NumberCase);
        }
        else
        {
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number", reading.NumberCase);
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _)", reading.IntegerCase);
        }
    }

    private static void EmitArrays(CodeWriter code, UnionModel model, UnionReading reading)
    {
        foreach (var choice in reading.Arrays)
        {
            var first = choice.FirstItem is { } kind ? $" && JsonProbe.FirstItem(reader) == JsonTokenType.{kind}" : "";
            EmitToken(code, model, $"reader.TokenType == JsonTokenType.StartArray{first}", choice.Case);
        }
    }

    private static void EmitChoice(CodeWriter code, UnionModel model, ObjectChoice choice, int depth)
    {
        if (choice.Tag is not null && choice.Tags.Count > 0)
        {
            EmitTags(code, model, choice, depth);
        }

        foreach (var probe in choice.Probes)
        {
            var conditions = new string[probe.Members.Count];
            for (var i = 0; i < conditions.Length; i++)
            {
                conditions[i] = $"JsonProbe.Has(reader, {Literal.Utf8(probe.Members[i])})";
            }

            code.Separate();
            using (code.Block($"if ({string.Join(" && ", conditions)})"))
            {
                code.Line(Return(model, probe.Case));
            }
        }

        // What the outermost decision does not settle falls through to the unknown form at the end.
        if (choice.Fallback >= 0 || depth > 0)
        {
            code.Separate();
            code.Line(Return(model, choice.Fallback));
        }
    }

    private static void EmitTags(CodeWriter code, UnionModel model, ObjectChoice choice, int depth)
    {
        code.Use(Usings.System);
        var tag = "tag" + (depth == 0 ? "" : Literal.Number(depth));
        code.Line($"var {tag} = JsonProbe.Tag(reader, {Literal.Utf8(choice.Tag!)});");
        using (code.Block($"switch ({tag}.Length)"))
        {
            foreach (var entry in choice.Tags)
            {
                var label = entry.Value is null
                    ? $"case 0 when !JsonProbe.Has(reader, {Literal.Utf8(choice.Tag!)}):"
                    : $"case {Literal.Number(Literal.Utf8Length(entry.Value))} when {tag}.SequenceEqual({Literal.Utf8(entry.Value)}):";
                if (entry.Choice is { Tag: null, Probes.Count: 0 })
                {
                    code.Line($"{label} {Return(model, entry.Choice.Fallback)}");
                }
                else
                {
                    code.Line(label);
                    using (code.Braces())
                    {
                        EmitChoice(code, model, entry.Choice, depth + 1);
                    }
                }
            }
        }
    }

    private static string Return(UnionModel model, int index)
    {
        if (index < 0)
        {
            return "return new(JsonRead.Element(ref reader));";
        }

        var type = model.Cases[index].Type;
        return type.Kind switch
        {
            TypeKind.Object => $"return new({type.Name}.ReadFrom(ref reader));",
            _ when type.IsValueType => $"return new({JsonCode.Read(type)}!.Value);",
            _ => $"return new({JsonCode.Read(type)}!);",
        };
    }
}
