using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api;

namespace OpenRouter.Generator.Emit;

/// <summary>Prints the System.Text.Json context: metadata without reflection over the emitted readers and writers.</summary>
internal static class JsonContextEmitter
{
    public static SourceText Emit(JsonContextModel context)
    {
        var code = SourceFile.Start(
            context.Namespace,
            ["System", "System.Text.Json", "System.Text.Json.Serialization", "System.Text.Json.Serialization.Metadata", "OpenRouter.Runtime.Json", .. context.Usings]);
        code.Summary("Lets System.Text.Json, HttpContent extensions and ASP.NET Core read and write the models. It roots every model; the client itself does not use it.");
        code.Line(SourceFile.ToolAttribute);
        using (code.Block($"public sealed partial class {context.Name} : JsonSerializerContext, IJsonTypeInfoResolver"))
        {
            code.Summary("Makes a context with options of its own.");
            using (code.Block($"public {context.Name}() : base(null)"))
            {
            }

            code.Separate();
            code.Summary("Makes a context for these options.");
            using (code.Block($"public {context.Name}(JsonSerializerOptions options) : base(options)"))
            {
            }

            code.Separate();
            code.Summary("The shared context.");
            code.Line($"public static {context.Name} Default {{ get; }} = new(new JsonSerializerOptions());");
            code.Separate();
            code.Line("/// <inheritdoc/>");
            code.Line("protected override JsonSerializerOptions? GeneratedSerializerOptions => null;");
            foreach (var (type, property, _) in context.Entries)
            {
                code.Separate();
                code.Summary($"How {type} is read and written.");
                code.Line($"public JsonTypeInfo<{type}> {property} => (JsonTypeInfo<{type}>)Options.GetTypeInfo(typeof({type}));");
            }

            code.Separate();
            code.Line("/// <inheritdoc/>");
            code.Line("public override JsonTypeInfo? GetTypeInfo(Type type) => Options.TryGetTypeInfo(type, out var info) ? info : null;");
            EmitResolver(code, context);
        }

        return code.ToSourceText();
    }

    private static void EmitResolver(CodeWriter code, JsonContextModel context)
    {
        code.Separate();
        using (code.Block("JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options)"))
        {
            foreach (var (type, _, isEnum) in context.Entries)
            {
                using (code.Block($"if (type == typeof({type}))"))
                {
                    code.Line($"return JsonMetadataServices.CreateValueInfo<{type}>(options, new {(isEnum ? "OpenEnumConverter" : "JsonModelConverter")}<{type}>());");
                }

                code.Line();
            }

            code.Line("return null;");
        }
    }
}
