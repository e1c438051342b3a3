using System.Text.Json;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>What a method answers, of the answers that a document lists.</summary>
public sealed class OperationAnswerTests
{
    private const string Thing = """{ "type": "object", "properties": { "x": { "type": "string" } } }""";

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("text/csv")]
    [InlineData("application/x-protobuf")]
    public async Task Answer_InSeveralTypes_IsReadAsJsonAndTheOthersAreNoted(string other)
    {
        var run = Run($$"""
            "200": { "description": "", "content": {
            "{{other}}": { "schema": { "type": "string" } },
            "application/json": { "schema": {{Thing}} } } }
            """);

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0019", problem.Id);
        Assert.Contains($"\"{other}\"", run.DocumentText.Split('\n')[problem.Location.GetLineSpan().StartLinePosition.Line], StringComparison.Ordinal);
        Assert.Equal("v", LiveClient.Get((await LiveCall.Of(run, """{"x":"v"}""").SendAsync("ActAsync"))!, "X"));
    }

    [Theory]
    [InlineData("2XX")]
    [InlineData("201")]
    [InlineData("default")]
    public async Task Answer_UnderAnySuccess_IsRead(string status)
    {
        var run = Run($$"""
            "{{status}}": { "description": "", "content": { "application/json": { "schema": {{Thing}} } } }, "4XX": { "description": "", "content": { "application/json": { "schema": { "type": "integer" } } } }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Equal("v", LiveClient.Get((await LiveCall.Of(run, """{"x":"v"}""").SendAsync("ActAsync"))!, "X"));
    }

    [Fact]
    public void Answers_ThatDifferByStatus_GiveTheFirstAndANote()
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "application/json": { "schema": {{Thing}} } } }, "202": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } }
            """);

        Assert.Equal("ORG0019", Assert.Single(run.Diagnostics).Id);
        Assert.Equal("ActResponse", LiveCall.Of(run).Method("ActAsync").ReturnType.GetGenericArguments()[0].Name);
    }

    [Fact]
    public void Answers_ThatAreTheSameUnderTwoStatuses_GiveNoNote()
    {
        var run = GeneratorRun.Of(Small.WithPaths("""
            "/a": { "get": { "operationId": "act", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "201": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } }
            """, $"\"Thing\": {Thing}"));

        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData(Thing, "")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "null")]
    [InlineData("""{ "type": "integer" }""", "")]
    public async Task NoContent_BesideAnAnswer_IsNull(string schema, string body)
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "application/json": { "schema": {{schema}} } } }, "204": { "description": "" }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Null(await LiveCall.Of(run, body).SendAsync("ActAsync"));
    }

    [Theory]
    [InlineData("text/plain", """{ "schema": { "type": "string" } }""")]
    [InlineData("text/html", "{}")]
    [InlineData("application/xml", """{ "schema": { "type": "string" } }""")]
    public async Task Text_IsAString(string type, string media)
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "{{type}}": {{media}} } }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Equal("<é>", await LiveCall.Of(run, "<é>").SendAsync("ActAsync"));
    }

    [Theory]
    [InlineData("audio/*", """{ "schema": { "type": "string", "format": "binary" } }""")]
    [InlineData("video/mp4", "{}")]
    [InlineData("application/octet-stream", """{ "schema": { "type": "string", "format": "binary" } }""")]
    [InlineData("image/png", """{ "schema": {} }""")]
    public async Task Bytes_AreHandedOverAsTheyArrive(string type, string media)
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "{{type}}": {{media}} } }
            """);

        Assert.Empty(run.Diagnostics);
        using var answer = Assert.IsType<BinaryResponse>(await LiveCall.Of(run, "film").SendAsync("ActAsync"));
        using var reader = new StreamReader(answer.Content);
        Assert.Equal("film", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Shape_InATypeThatIsNotRead_IsReported()
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "application/xml": { "schema": {{Thing}} } } }
            """);

        Assert.Equal("ORG0011", Assert.Single(run.Diagnostics).Id);
        Assert.Equal(typeof(Task<string>), LiveCall.Of(run).Method("ActAsync").ReturnType);
    }

    [Fact]
    public void Head_AnswersNothing()
    {
        var run = GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "head": { "operationId": "act", "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{Thing}} } } } } } }
            """));

        Assert.Equal(typeof(Task), LiveCall.Of(run).Method("ActAsync").ReturnType);
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    public async Task JsonLines_AreReadOneByOne(string type)
    {
        var run = Run($$"""
            "200": { "description": "", "content": { "{{type}}": { "schema": {{Thing}} } } }
            """);
        var call = LiveCall.Of(run, """
            {"x":"1"}

            {"x":"2","more":[1]}
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Equal(["1", "2"], await ReadAsync(call.Call("StreamActAsync")!));
        Assert.Contains("application/x-ndjson", call.Sent.Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLines_BesideJson_AreAMethodOfTheirOwnThatSetsTheFlag()
    {
        var run = GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "post": { "operationId": "act", "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": { "stream": { "type": "boolean" }, "q": { "type": "string" } } } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": {{Thing}} }, "application/x-ndjson": { "schema": {{Thing}} } } } } } }
            """), ("OpenRouterJsonDirections", "both"));
        var call = LiveCall.Of(run, """{"x":"1"}""");

        await call.SendAsync("ActAsync", """@{"q":"a"}""");
        Assert.Equal("""{"stream":false,"q":"a"}""", call.Sent.Body);
        Assert.Equal(["1"], await ReadAsync(call.Call("StreamActAsync", """@{"q":"a"}""")!));
        Assert.Equal("""{"stream":true,"q":"a"}""", call.Sent.Body);
    }

    [Fact]
    public async Task JsonLines_WithoutASchema_AreElements()
    {
        var run = Run("""
            "200": { "description": "", "content": { "application/x-ndjson": {} } }
            """);

        var items = Assert.IsType<IAsyncEnumerable<JsonElement>>(LiveCall.Of(run, "1\n\"x\"\n").Call("StreamActAsync")!, exactMatch: false);

        var texts = new List<string>();
        await foreach (var item in items)
        {
            texts.Add(item.GetRawText());
        }

        Assert.Equal(["1", "\"x\""], texts);
    }

    [Theory]
    [InlineData("/embeddings", "CreateEmbeddings")]
    [InlineData("/rerank", "CreateRerank")]
    public void EventStream_OfStringsBesideJson_IsNoMethod(string path, string method)
    {
        // Without the overlay, which takes these streams away.
        var run = GeneratorRun.Of([new MemoryText("openrouter.openapi.json", OurSchema.Document)], ("OpenRouterOperations", "POST " + path));

        Assert.Empty(run.CompilerMessages());
        Assert.Contains("as 1 methods", run.Summary.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var api = run.Sources.Single(static source => source.Key.EndsWith("Api.g.cs", StringComparison.Ordinal)).Value;
        Assert.Contains($"{method}Response> {method}Async(", api, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> ReadAsync(object lines)
    {
        var texts = new List<string?>();
        await foreach (var item in (IAsyncEnumerable<object>)lines)
        {
            texts.Add((string?)LiveClient.Get(item, "X"));
        }

        return texts;
    }

    private static GeneratorRun Run(string responses) => GeneratorRun.Of(Small.WithPaths($$"""
        "/a": { "get": { "operationId": "act", "responses": {
        {{responses}}
        } } }
        """));
}
