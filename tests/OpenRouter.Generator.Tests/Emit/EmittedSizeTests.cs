using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.Emit;
using OpenRouter.Generator.Tests.Harness;
using TypeKind = OpenRouter.Generator.Api.Types.TypeKind;

namespace OpenRouter.Generator.Tests.Emit;

/// <summary>Emitted source beside what System.Text.Json's own generator emits for classes with the same members.</summary>
public sealed class EmittedSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void ChatCompletions_EmitHalfOfSystemTextJson_AndLessThanHalfAMegabyte()
    {
        var files = new[]
        {
            new InputFile("openrouter.openapi.json", InputKind.Document, OurSchema.Document, ApiSettings.Default with { Operations = "/chat/completions", Namespace = "OpenRouter", BothDirections = true }),
            new InputFile("openrouter.overlay.json", InputKind.Overlay, OurSchema.Overlay, ApiSettings.Default),
        };
        var model = ApiLoader.Load(Assert.Single(ApiLoader.Pair(files)), TestContext.Current.CancellationToken);

        // Ours counts everything: members, comments, unions and enums, readers and writers. Theirs counts the metadata alone.
        var ours = model.Objects.Sum(static item => Size(ObjectEmitter.Emit(item).ToString()))
            + model.Unions.Sum(static item => Size(UnionEmitter.Emit(item).ToString()))
            + model.Enums.Sum(static item => Size(item.IsNumber ? NumberEnumEmitter.Emit(item).ToString() : EnumEmitter.Emit(item).ToString()));
        var theirs = MetadataOf(model.Objects);

        output.WriteLine($"{model.Objects.Count} classes: {ours / model.Objects.Count} bytes a class with its unions and enums; System.Text.Json {theirs / model.Objects.Count}; ratio {(double)ours / theirs:F2}");
        Assert.True(ours * 2 <= theirs, $"{ours} bytes against {theirs}");

        var chat = GeneratorRun.Of(OurSchema.Files(), [.. OurSchema.Settings, ("OpenRouterOperations", "/chat/completions")]);
        var size = chat.Sources.Values.Sum(Size);
        output.WriteLine($"/chat/completions in a project: {chat.Sources.Count} files, {size} bytes");
        Assert.InRange(size, 1, 500_000);
    }

    private static int Size(string source) => Encoding.UTF8.GetByteCount(source);

    private int MetadataOf(IReadOnlyList<ObjectModel> objects)
    {
        var names = objects.Select(static item => item.Name).ToHashSet(StringComparer.Ordinal);
        var source = new StringBuilder("#nullable enable\nusing System;\nusing System.Collections.Generic;\nusing System.Text.Json;\nusing System.Text.Json.Serialization;\nnamespace Plain;\n");
        foreach (var item in objects)
        {
            source.Append("[JsonSerializable(typeof(").Append(item.Name).Append("))]\n");
        }

        source.Append("internal sealed partial class PlainContext : JsonSerializerContext;\n");
        foreach (var item in objects)
        {
            source.Append("public sealed class ").Append(item.Name).Append("\n{\n");
            foreach (var property in item.Properties)
            {
                source.Append("    [JsonPropertyName(\"").Append(property.WireName).Append("\")] public ").Append(Plain(property.Type, names)).Append("? ").Append(property.Name).Append(" { get; set; }\n");
            }

            source.Append("    [JsonExtensionData] public Dictionary<string, JsonElement>? AdditionalProperties { get; set; }\n}\n");
        }

        var input = GeneratorRun.Of(Small.WithSchemas("")).Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source.ToString(), GeneratorRun.ParseOptions));
        var driver = CSharpGeneratorDriver.Create([SystemTextJson()], parseOptions: GeneratorRun.ParseOptions).RunGenerators(input, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        Assert.NotEmpty(result.GeneratedSources);
        return result.GeneratedSources.Sum(static file => Size(file.SourceText.ToString()));
    }

    /// <summary>Unions and enums become text, which costs System.Text.Json least.</summary>
    private static string Plain(TypeRef type, HashSet<string> classes) => type.Kind switch
    {
        TypeKind.List => $"List<{Plain(type.Item!, classes)}>",
        TypeKind.Map => $"Dictionary<string, {Plain(type.Item!, classes)}>",
        TypeKind.Object when classes.Contains(type.Name) => type.Name,
        TypeKind.Any => "JsonElement",
        TypeKind.Boolean or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.DateTimeOffset or TypeKind.Guid or TypeKind.Uri => type.Name,
        _ => "string",
    };

    private static ISourceGenerator SystemTextJson()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "../../../packs/Microsoft.NETCore.App.Ref"));
        var path = Directory.Exists(packs)
            ? Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (path is null)
        {
            Assert.Skip("The reference pack of the SDK, with the generator of System.Text.Json, does not lie beside the runtime.");
        }

        var type = Assembly.LoadFrom(path).GetTypes().Single(static type => type.Name == "JsonSourceGenerator");
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
