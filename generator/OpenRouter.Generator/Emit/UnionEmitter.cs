using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the struct of a union.</summary>
internal static class UnionEmitter
{
    /// <summary>Above this number a call of Match would have more lambdas than anyone can read; a switch over Value reads better.</summary>
    private const int MaxMatchCases = 12;

    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Diagnostics.CodeAnalysis", "System.Text.Json", "OpenRouter.Runtime.Http", "OpenRouter.Runtime.Json", "OpenRouter.Runtime.Streaming"];

    public static SourceText Emit(UnionModel model)
    {
        var code = SourceFile.Start(model.Namespace, Usings.Concat(model.Usings));
        code.Doc(model.Doc);
        code.Line($"/// <remarks>Switch over <see cref=\"Value\"/>, or use the TryGet methods. A form that the document does not know is kept in <see cref=\"Unknown\"/>.</remarks>");
        code.Line(SourceFile.ToolAttribute);
        code.MemberAnnotations(MemberRole.None, null, model.IsDeprecated);
        if (model.IsStreamEvent)
        {
            code.Annotation("StreamChunk(HasEndChunk = false)");
        }

        using (code.Block($"public readonly partial struct {model.Name} : {Interfaces(model)}"))
        {
            code.Line("private readonly object? _value;");
            EmitConstructors(code, model);
            code.Separate();
            code.Summary("The case that is held; a JsonElement when it is not known; null for an empty struct.");
            code.Line("public object? Value => _value;");
            code.Separate();
            code.Summary("The JSON of a form that the document does not know.");
            code.Line("public JsonElement? Unknown => _value is JsonElement element ? element : null;");
            foreach (var unionCase in model.Cases)
            {
                EmitTryGet(code, unionCase);
            }

            if (model.Cases.Count <= MaxMatchCases)
            {
                EmitMatch(code, model);
            }

            EmitStreamEvent(code, model);
            EmitEquality(code, model);
            if (model.IsRead)
            {
                UnionReaderEmitter.Emit(code, model);
            }

            if (model.IsWritten)
            {
                EmitWriter(code, model);
            }
        }

        return code.ToSourceText();
    }

    private static string Interfaces(UnionModel model)
    {
        var text = $"IEquatable<{model.Name}>";
        if (model.IsStreamEvent)
        {
            text += $", IStreamEvent<{model.Name}>";
        }
        else if (model.IsRead)
        {
            text += $", IJsonReadable<{model.Name}>";
        }

        return model.IsWritten ? text + ", IJsonWritable" : text;
    }

    private static void EmitConstructors(CodeWriter code, UnionModel model)
    {
        foreach (var unionCase in model.Cases)
        {
            var type = unionCase.Type.Name;
            var guard = unionCase.Type.IsValueType ? "value" : "value ?? throw new ArgumentNullException(nameof(value))";
            code.Separate();
            code.Summary($"Holds the case {unionCase.Name}.");
            code.Line($"public {model.Name}({type} value) => _value = {guard};");
        }

        code.Separate();
        code.Summary("Holds JSON of a form that the document does not know; it is written as it is.");
        code.Line($"public {model.Name}(JsonElement value) => _value = value;");
        foreach (var unionCase in model.Cases)
        {
            foreach (var source in ConversionSources(unionCase.Type))
            {
                code.Separate();
                code.Summary($"Wraps the case {unionCase.Name}.");
                code.Line($"public static implicit operator {model.Name}({source} value) => new(value);");
            }
        }
    }

    /// <summary>C# knows no conversion from an interface, so lists convert from the two types that people have in hand.</summary>
    private static string[] ConversionSources(TypeRef type) => type.Kind switch
    {
        TypeKind.List => [$"{Item(type)}[]", $"List<{Item(type)}>"],
        TypeKind.Map => [$"Dictionary<string, {Item(type)}>"],
        _ => [type.Name],
    };

    private static string Item(TypeRef type) => type.Item!.Name + (type.IsItemNullable ? "?" : "");

    private static void EmitTryGet(CodeWriter code, UnionCaseModel unionCase)
    {
        code.Separate();
        code.Summary($"Gets the value when it is of the case {unionCase.Name}.");
        var notNull = unionCase.Type.IsValueType ? "" : "[NotNullWhen(true)] ";
        var mark = unionCase.Type.IsValueType ? "" : "?";
        using (code.Block($"public bool TryGet{unionCase.Name}({notNull}out {unionCase.Type.Name}{mark} value)"))
        {
            using (code.Block($"if (_value is {unionCase.Type.Name} held)"))
            {
                code.Line("value = held;");
                code.Line("return true;");
            }

            code.Line();
            code.Line("value = default;");
            code.Line("return false;");
        }
    }

    private static void EmitMatch(CodeWriter code, UnionModel model)
    {
        var scope = new NameScope("unknown", "held");
        var names = model.Cases.Select(unionCase => scope.Take(CSharpName.Camel(unionCase.Name))).ToList();
        var parameters = model.Cases.Select((unionCase, index) => $"Func<{unionCase.Type.Name}, TResult> {names[index]}").Append("Func<JsonElement, TResult> unknown");
        code.Separate();
        code.Summary("Calls the function of the case that is held.");
        using (code.Switch($"public TResult Match<TResult>({string.Join(", ", parameters)}) => _value switch"))
        {
            for (var i = 0; i < model.Cases.Count; i++)
            {
                code.Line($"{model.Cases[i].Type.Name} held => {names[i]}(held),");
            }

            code.Line("JsonElement held => unknown(held),");
            code.Line($"_ => throw new InvalidOperationException({Literal.Text($"This {model.Name} is empty.")}),");
        }
    }

    private static void EmitStreamEvent(CodeWriter code, UnionModel model)
    {
        if (!model.IsStreamEvent)
        {
            return;
        }

        code.Separate();
        code.Summary("What the event means for its stream.");
        using (code.Switch("public StreamEventRole Role => _value switch"))
        {
            foreach (var unionCase in model.Cases.Where(static unionCase => unionCase.StreamRole != StreamRole.Event))
            {
                code.Line($"{unionCase.Type.Name} => StreamEventRole.{unionCase.StreamRole},");
            }

            code.Line("_ => StreamEventRole.Event,");
        }

        code.Separate();
        code.Summary("The event as JSON when it reports a failure.");
        code.Line("public JsonElement? Error => Role == StreamEventRole.Failed ? JsonModel.ToElement(this) : null;");
    }

    private static void EmitEquality(CodeWriter code, UnionModel model)
    {
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line($"public bool Equals({model.Name} other) => Equals(_value, other._value);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override bool Equals(object? obj) => obj is {model.Name} other && Equals(other);");
        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;");
        code.Separate();
        code.Summary("Compares the held values.");
        code.Line($"public static bool operator ==({model.Name} left, {model.Name} right) => left.Equals(right);");
        code.Separate();
        code.Summary("Compares the held values.");
        code.Line($"public static bool operator !=({model.Name} left, {model.Name} right) => !left.Equals(right);");
        code.Separate();
        code.Summary("The text of the held value.");
        code.Line("public override string ToString() => _value?.ToString() ?? \"\";");
    }

    private static void EmitWriter(CodeWriter code, UnionModel model)
    {
        code.Separate();
        code.Line("/// <inheritdoc/>");
        using (code.Block("public void WriteTo(Utf8JsonWriter writer)"))
        {
            code.Line("ArgumentNullException.ThrowIfNull(writer);");
            using (code.Block("switch (_value)"))
            {
                foreach (var unionCase in model.Cases)
                {
                    code.Line($"case {unionCase.Type.Name} held:");
                    using (code.Indented())
                    {
                        JsonCode.Write(code, unionCase.Type, "held");
                        code.Line("break;");
                    }
                }

                code.Line("case JsonElement held:");
                using (code.Indented())
                {
                    code.Line("JsonWrite.Element(writer, held);");
                    code.Line("break;");
                }

                code.Line("default:");
                using (code.Indented())
                {
                    code.Line($"throw new InvalidOperationException({Literal.Text($"An empty {model.Name} cannot be written; construct it from one of its cases.")});");
                }
            }
        }
    }
}
