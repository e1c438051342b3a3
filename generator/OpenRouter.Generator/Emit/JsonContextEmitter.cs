using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Types;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the System.Text.Json context: metadata without reflection over the emitted readers and writers.</summary>
internal static class JsonContextEmitter
{
    public static SourceText Emit(JsonContextModel context)
    {
        var code = SourceHeader.Start(context.Style, context.Namespace, context.Usings);
        code.Use(Usings.System | Usings.Json | Usings.Serialization | Usings.Metadata | Usings.RuntimeJson);
        code.Summary("Lets System.Text.Json, HttpContent extensions and ASP.NET Core read and write the models. It roots every model; the client itself does not use it.");
        code.Line(SourceHeader.ToolAttribute);
        using (code.Block($"{code.Access} sealed partial class {context.Name} : JsonSerializerContext, IJsonTypeInfoResolver"))
        {
            code.Summary("Makes a context with options of its own.");
            code.Line($"public {context.Name}() : base(null) {{ }}");

            code.Separate();
            code.Summary("Makes a context for these options.");
            code.Line($"public {context.Name}(JsonSerializerOptions options) : base(options) {{ }}");

            code.Separate();
            code.Summary("The shared context.");
            code.Line($"public static {context.Name} Default {{ get; }} = new(new JsonSerializerOptions());");
            code.Separate();
            code.Line("protected override JsonSerializerOptions? GeneratedSerializerOptions => null;");
            code.Separate();
            foreach (var (type, property, _) in context.Entries)
            {
                code.Line($"public JsonTypeInfo<{type}> {property} => Info<{type}>();");
            }

            code.Separate();
            code.Line("public override JsonTypeInfo? GetTypeInfo(Type type) => Options.TryGetTypeInfo(type, out var info) ? info : null;");
            code.Separate();
            code.Line("private JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));");
            EmitResolver(code, context);
        }

        return code.ToSourceText();
    }

    private static void EmitResolver(CodeWriter code, JsonContextModel context)
    {
        code.Separate();
        using (code.Switch("JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => type switch"))
        {
            foreach (var (type, _, kind) in context.Entries)
            {
                code.Line($"_ when type == typeof({type}) => JsonModelInfo.{(kind == TypeKind.Enum ? "OfEnum" : kind == TypeKind.NumberEnum ? "OfNumberEnum" : "Of")}<{type}>(options),");
            }

            code.Line("_ => null,");
        }
    }
}
