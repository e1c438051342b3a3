using System.Reflection;
using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.OpenApi.Overlays;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>A whole document: what the generator's own stages made of it, and the client that was compiled from it.</summary>
internal sealed class WholeApi
{
    private static readonly Lazy<WholeApi> OurSide = new(static () => new WholeApi(OurSchema.Document, overlay: null));
    private static readonly Lazy<WholeApi> OurSideWithOverlay = new(static () => new WholeApi(OurSchema.Document, OurSchema.Overlay));
    private static readonly Lazy<WholeApi> OfficialSide = new(static () => new WholeApi(File.ReadAllText(SharedFacts.OfficialDocument("json")), overlay: null));

    private readonly Lazy<Assembly> _assembly;
    private readonly Lazy<Dictionary<string, Type>> _types;
    private readonly Dictionary<Type, Func<string, object>> _parsers = [];
    private readonly string _text;
    private readonly string? _overlay;

    private WholeApi(string text, string? overlay)
    {
        _text = text;
        _overlay = overlay;
        Root = JsonTextReader.Read("api.openapi.json", text, CancellationToken.None);
        if (overlay is not null)
        {
            OverlayApplier.Apply(JsonTextReader.Read("api.overlay.json", overlay, CancellationToken.None), Root, Problems, CancellationToken.None);
        }

        Document = DocumentReader.Read(Root, SchemaFiles.None, Problems, CancellationToken.None)!;
        var builder = typeof(ApiModelBuilder).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single()
            .Invoke([Document, ApiSettings.Default with { BothDirections = true, Namespace = "Whole", ClientName = "WholeClient" }, Problems, CancellationToken.None]);
        Types = Inside<TypeResolver>(builder, "_types");
        Model = (ApiModel)typeof(ApiModelBuilder).GetMethod("Build", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(builder, null)!;
        _assembly = new Lazy<Assembly>(Compile);
        _types = new Lazy<Dictionary<string, Type>>(() => _assembly.Value.GetTypes().Where(static type => type.Namespace?.Contains(".Models", StringComparison.Ordinal) == true && !type.IsNested).ToDictionary(static type => type.Name, StringComparer.Ordinal));
    }

    /// <summary>The names of the documents that theories run over: our own, and the official one where it lies beside the repository.</summary>
    public static TheoryData<string> Names => ["ours", "official"];

    /// <summary>Our document with our overlay: what OpenRouter.Generated is made of.</summary>
    public static WholeApi Shipped => OurSideWithOverlay.Value;

    public Node Root { get; }

    public OpenApiDocument Document { get; }

    public ProblemList Problems { get; } = new();

    public SchemaReducer Reducer => Types.Reducer;

    /// <summary>What decided the types of <see cref="Model"/>, so that tests can ask it for the type of any schema.</summary>
    public TypeResolver Types { get; }

    public ApiModel Model { get; }

    /// <summary>The schemas that became types of their own, in the order of the types' names; each type once.</summary>
    public IReadOnlyList<(Schema Schema, TypeRef Type)> Declared => [.. Inside<Dictionary<Schema, TypeRef>>(Types, "_models")
        .Where(static entry => entry.Value.IsModel)
        .GroupBy(static entry => entry.Value.Name, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => (group.First().Key, group.First().Value))];

    public IReadOnlyDictionary<string, Type> ClrTypes => _types.Value;

    public Assembly Assembly => _assembly.Value;

    public static WholeApi Of(string name)
    {
        if (name == "ours")
        {
            return OurSide.Value;
        }

        _ = SharedFacts.OfficialDocument("json");
        return OfficialSide.Value;
    }

    public Schema Component(string name) => Document.Schemas.Single(schema => schema.ComponentName == name);

    /// <summary>Reads JSON into the type of that name.</summary>
    public object Parse(string type, string json) => Parse(_types.Value[type], json);

    public object Parse(Type type, string json)
    {
        Func<string, object>? parser;
        lock (_parsers)
        {
            if (!_parsers.TryGetValue(type, out parser))
            {
                parser = typeof(WholeApi).GetMethod(nameof(ParseAs), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type).CreateDelegate<Func<string, object>>();
                _parsers.Add(type, parser);
            }
        }

        return parser(json);
    }

    /// <summary>The value that a union of that name held after it had read the JSON.</summary>
    public object CaseOf(string union, string json) => LiveClient.Get(Parse(union, json), "Value")!;

    public string RoundTrip(string type, string json) => LiveClient.Write(Parse(type, json));

    private static object ParseAs<T>(string json)
        where T : IJsonReadable<T> => JsonModel.Parse<T>(json);

    /// <summary>A private field of the generator: what it decided is looked at here, not decided again.</summary>
    private static T Inside<T>(object owner, string field) => (T)owner.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;

    private Assembly Compile()
    {
        List<AdditionalText> files = [new MemoryText("api.openapi.json", _text)];
        if (_overlay is not null)
        {
            files.Add(new MemoryText("api.overlay.json", _overlay));
        }

        var run = GeneratorRun.Of(files, ("OpenRouterNamespace", "Whole"), ("OpenRouterClientName", "WholeClient"), ("OpenRouterJsonDirections", "both"));
        using var image = new MemoryStream();
        var result = run.Compile().Emit(image, cancellationToken: CancellationToken.None);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20)));
        return Assembly.Load(image.ToArray());
    }
}
