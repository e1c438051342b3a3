using System.Linq;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api.Naming;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the struct of a union.</summary>
internal static class UnionEmitter
{
    /// <summary>Above this number a call of Match would have more lambdas than anyone can read; a switch over Value reads better.</summary>
    public const int MaxMatchCases = 12;

    public static SourceText Emit(UnionModel model)
    {
        var code = SourceHeader.Start(model.Style, model.Namespace, model.Usings);
        code.Use(Usings.Json | Usings.RuntimeJson);
        code.Doc(model.Doc);
        code.Line(SourceHeader.ToolAttribute);
        code.Deprecation(model.IsDeprecated);
        if (model.IsStreamEvent)
        {
            code.Annotation("StreamChunk(HasEndChunk = false)");
        }

        using (code.Block($"{code.Access} readonly partial record struct {model.Name}{Interfaces(code, model)}"))
        {
            EmitConstructors(code, model);
            code.Separate();
            code.Summary("The case that is held; a JsonElement when it is not known; null for an empty struct.");
            code.Line("public object? Value { get; }");
            code.Separate();
            code.Summary("The JSON of a form that the document does not know.");
            code.Line("public JsonElement? Unknown => Value as JsonElement?;");
            EmitConversions(code, model);
            EmitTryGets(code, model);
            if (model.Cases.Count <= MaxMatchCases)
            {
                EmitMatch(code, model);
            }

            EmitStreamEvent(code, model);
            VaryingEmitter.Emit(code, model);
            if (model.IsRead)
            {
                UnionReaderEmitter.Emit(code, model);
            }

            if (model.IsWritten)
            {
                EmitWriter(code, model);
            }

            code.Separate();
            code.Summary("The text of the held value.");
            code.Line("public override string ToString() => Value?.ToString() ?? \"\";");
        }

        return code.ToSourceText();
    }

    private static string Interfaces(CodeWriter code, UnionModel model)
    {
        if (model.IsStreamEvent)
        {
            code.Use(Usings.Streaming);
        }

        var readable = model.IsStreamEvent ? $"IStreamEvent<{model.Name}>" : model.IsRead ? $"IJsonReadable<{model.Name}>" : "";
        var text = model.IsWritten ? readable.Length > 0 ? readable + ", IJsonWritable" : "IJsonWritable" : readable;
        return text.Length == 0 ? "" : " : " + text;
    }

    private static void EmitConstructors(CodeWriter code, UnionModel model)
    {
        foreach (var unionCase in model.Cases)
        {
            code.Use(unionCase.Type);
            var guard = unionCase.Type.IsValueType ? "value" : "JsonUnion.Held(value)";
            code.Line($"public {model.Name}({unionCase.Type.Name} value) => Value = {guard};");
        }

        code.Separate();
        code.Summary("Holds JSON of a form that the document does not know; it is written as it is.");
        code.Line($"public {model.Name}(JsonElement value) => Value = value;");
    }

    private static void EmitConversions(CodeWriter code, UnionModel model)
    {
        code.Separate();
        foreach (var unionCase in model.Cases)
        {
            foreach (var source in ConversionSources(unionCase.Type))
            {
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

    private static void EmitTryGets(CodeWriter code, UnionModel model)
    {
        code.Separate();
        foreach (var unionCase in model.Cases)
        {
            if (unionCase.Type.IsValueType)
            {
                code.Line($"public bool TryGet{unionCase.Name}(out {unionCase.Type.Name} value) => JsonUnion.TryGetValue(Value, out value);");
            }
            else
            {
                code.Use(Usings.CodeAnalysis);
                code.Line($"public bool TryGet{unionCase.Name}([NotNullWhen(true)] out {unionCase.Type.Name}? value) => JsonUnion.TryGet(Value, out value);");
            }
        }
    }

    private static void EmitMatch(CodeWriter code, UnionModel model)
    {
        var scope = new NameScope("unknown", "held");
        var names = model.Cases.Select(unionCase => scope.Take(CSharpName.Camel(unionCase.Name))).ToList();
        var parameters = model.Cases.Select((unionCase, index) => $"Func<{unionCase.Type.Name}, TResult> {names[index]}").Append("Func<JsonElement, TResult> unknown");
        code.Use(Usings.System);
        code.Separate();
        code.Summary("Calls the function of the case that is held.");
        using (code.Switch($"public TResult Match<TResult>({string.Join(", ", parameters)}) => Value switch"))
        {
            for (var i = 0; i < model.Cases.Count; i++)
            {
                code.Line($"{model.Cases[i].Type.Name} held => {names[i]}(held),");
            }

            code.Line("JsonElement held => unknown(held),");
            code.Line($"_ => JsonUnion.Empty<TResult>(nameof({model.Name})),");
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
        using (code.Switch("public StreamEventRole Role => Value switch"))
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

    /// <summary>
    /// The runtime writes models, texts, numbers and truth values; enums are written as their text, collections item by item. What is rare is
    /// written here, so that a native program holds it only when it has such a union.
    /// </summary>
    private static void EmitWriter(CodeWriter code, UnionModel model)
    {
        var special = model.Cases.Where(static unionCase => unionCase.Type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Enum or TypeKind.NumberEnum or TypeKind.File
            or TypeKind.Int32 or TypeKind.Decimal or TypeKind.DateTimeOffset or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes).ToList();
        var rest = $"JsonUnion.Write(writer, Value, nameof({model.Name}));";
        code.Separate();
        if (special.Count == 0)
        {
            code.Line($"public void WriteTo(JsonWriter writer) => {rest}");
            return;
        }

        using (code.Block("public void WriteTo(JsonWriter writer)"))
        using (code.Block("switch (Value)"))
        {
            foreach (var unionCase in special)
            {
                code.Line($"case {unionCase.Type.Name} held:");
                using (code.Indented())
                {
                    code.Line(JsonCode.Write(unionCase.Type, "held") + ";");
                    code.Line("break;");
                }
            }

            code.Line("default:");
            using (code.Indented())
            {
                code.Line(rest);
                code.Line("break;");
            }
        }
    }
}
