using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class RefitTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    [Fact]
    public async Task Interfaces_SayVerbsPathsAndParameters()
    {
        var text = await Emit(_folder.Write("zoo.json", Zoo.Json), "--namespace", "Zoo");

        Assert.Contains("public partial interface IAnimalsRefit", text, StringComparison.Ordinal);
        Assert.Contains(
            """
                [global::Refit.Get("/animals")]
                [global::Refit.Headers("Authorization: Bearer")]
                Task<IReadOnlyList<Animal>> ListAnimalsAsync([global::Refit.Query] long? limit = null, [global::Refit.Query] string? sort = null, CancellationToken cancellationToken = default);
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("Task<Animal> AddAnimalAsync([global::Refit.Body] NewAnimal request, CancellationToken cancellationToken = default);", text, StringComparison.Ordinal);
        Assert.Contains("[global::Refit.Get(\"/keepers/{id}\")]", text, StringComparison.Ordinal);
        Assert.Contains("Task<Keeper> GetKeeperAsync(string id, CancellationToken cancellationToken = default);", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_ThatDiffer_AreAliases()
    {
        var document = Zoo.With("{ \"name\": \"sort\", \"in\": \"query\"", "{ \"name\": \"X-Trace\", \"in\": \"header\", \"schema\": { \"type\": \"string\" } }, { \"name\": \"kinds\", \"in\": \"query\", \"schema\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/components/schemas/Kind\" } } }, { \"name\": \"sort_by\", \"in\": \"query\"");

        var text = await Emit(_folder.Write("zoo.json", document), "--namespace", "Zoo");

        Assert.Contains("[global::Refit.Header(\"X-Trace\")] string? xTrace = null", text, StringComparison.Ordinal);
        Assert.Contains("[global::Refit.Query(global::Refit.CollectionFormat.Multi)] IReadOnlyList<Kind>? kinds = null", text, StringComparison.Ordinal);
        Assert.Contains("[global::Refit.Query] [global::Refit.AliasAs(\"sort_by\")] string? sortBy = null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OurDocument_Compiles_AndStreamsAreLeftToTheCaller()
    {
        var schema = Path.Combine(AppContext.BaseDirectory, "Schema");
        var text = await Emit(Path.Combine(schema, "openrouter.openapi.json"), "--overlay", Path.Combine(schema, "openrouter.overlay.json"), "--namespace", "OpenRouter");

        Assert.Contains("[global::Refit.Headers(\"Authorization: Bearer\", \"Accept: text/event-stream\")]", text, StringComparison.Ordinal);
        Assert.Contains("Task<HttpResponseMessage> CreateStreamingChatCompletionAsync([global::Refit.Body] ChatRequest request,", text, StringComparison.Ordinal);
        Assert.Contains("is left out: its body is a form.", text, StringComparison.Ordinal);
    }

    /// <summary>Emits, compiles against the attributes, and returns the file of the interfaces.</summary>
    private async Task<string> Emit(string document, params string[] settings)
    {
        var run = await ToolRun.Of(["emit", document, .. settings, "--refit", "--output", _folder["out"]]);

        Assert.Equal(0, run.Code);
        Assert.Empty(EmittedFolder.CompilerMessages(_folder["out"], RefitDeclarations.Source));
        return await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder["out"], "*.Refit.*")), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
