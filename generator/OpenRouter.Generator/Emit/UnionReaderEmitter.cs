using System.Linq;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the reader of a union: by token kind first, then by tags and members.</summary>
internal static class UnionReaderEmitter
{
    public static void Emit(CodeWriter code, UnionModel model)
    {
        code.Separate();
        using (code.Block($"public static {model.Name} ReadFrom(ref JsonReader reader)"))
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
            EmitToken(code, model, "JsonProbe.IsWholeNumber(ref reader)", reading.IntegerCase);
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number", reading.NumberCase);
        }
        else
        {
            EmitToken(code, model, "reader.TokenType == JsonTokenType.Number", reading.NumberCase);
            EmitToken(code, model, "JsonProbe.IsWholeNumber(ref reader)", reading.IntegerCase);
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

        if (choice.Shapes is { } shapes)
        {
            code.Separate();
            EmitShapes(code, model, shapes, choice.Fallback);
            return;
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
            for (var i = 0; i < choice.Tags.Count; i++)
            {
                var entry = choice.Tags[i];
                var label = entry.Value is null
                    ? $"case 0 when !JsonProbe.Has(reader, {Literal.Utf8(choice.Tag!)}):"
                    : $"case {Literal.Number(Literal.Utf8Length(entry.Value))} when {tag}.SequenceEqual({Literal.Utf8(entry.Value)}):";
                if (i + 1 < choice.Tags.Count && choice.Tags[i + 1].Choice == entry.Choice)
                {
                    code.Line(label);
                }
                else if (entry.Choice.IsDecided)
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

    /// <summary>The members that tell the cases apart are one text: ! before those that must be there, ? before those that may be.</summary>
    private static void EmitShapes(CodeWriter code, UnionModel model, ShapeChoice shapes, int fallback)
    {
        var text = string.Join(";", shapes.Cases.Select(static shape =>
            string.Join("|", shape.Required.Select(static name => "!" + name).Concat(shape.Optional.Select(static name => "?" + name)))));
        using (code.Block($"switch (JsonProbe.{(shapes.MustBeOnly ? "OnlyFit" : "BestFit")}(reader, {Literal.Utf8(text)}))"))
        {
            for (var i = 0; i < shapes.Cases.Count; i++)
            {
                if (shapes.Cases[i].Case >= 0)
                {
                    code.Line($"case {Literal.Number(i)}: {Return(model, shapes.Cases[i].Case)}");
                }
            }

            code.Line($"default: {Return(model, fallback)}");
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
