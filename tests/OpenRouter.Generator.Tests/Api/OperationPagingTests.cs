using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>Operations with pages get a method that enumerates them all.</summary>
public sealed class OperationPagingTests
{
    private const string Offset = """ "x-csharp-pagination": { "offset": "offset", "items": "$.data" } """;

    [Theory]
    [InlineData(Offset)]
    [InlineData(""" "x-speakeasy-pagination": { "type": "offsetLimit", "inputs": [{ "name": "limit", "in": "parameters", "type": "limit" }, { "name": "offset", "in": "parameters", "type": "offset" }], "outputs": { "results": "$.data" } } """)]
    public async Task Offset_AdvancesByWhatCame_UntilAnEmptyPage(string mark)
    {
        var call = LiveCall.Of(Run(mark), """{"data":["a","b"]}""", """{"data":["c"]}""", """{"data":[]}""");

        Assert.Equal(["a", "b", "c"], await ReadAsync(call.Call("ListAllAsync", call.Options("ListParameters", "Limit", 2L))!));
        Assert.Equal(["/a?offset=0&limit=2", "/a?offset=2&limit=2", "/a?offset=3&limit=2"], call.Handler.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task Offset_OfTheCaller_IsWhereItBegins()
    {
        var call = LiveCall.Of(Run(Offset), """{"data":["a"]}""", """{"data":[]}""");

        await ReadAsync(call.Call("ListAllAsync", call.Options("ListParameters", "Offset", 40L))!);

        Assert.Equal(["/a?offset=40", "/a?offset=41"], call.Handler.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData("Q", 1)]
    [InlineData("Limit", 3)]
    public async Task Whole_UnlessAParameterIsGiven_IsOneRequest(string property, int requests)
    {
        var call = LiveCall.Of(Run(""" "x-csharp-pagination": { "offset": "offset", "items": "$.data", "wholeUnless": ["limit", "offset"] } """), """{"data":["a"]}""", """{"data":["b"]}""", """{"data":[]}""");

        await ReadAsync(call.Call("ListAllAsync", call.Options("ListParameters", property, property == "Q" ? "x" : 1L))!);

        Assert.Equal(requests, call.Handler.Requests.Count);
    }

    [Fact]
    public async Task Page_CountsFromOneOrTheDefault()
    {
        var call = LiveCall.Of(Run(""" "x-csharp-pagination": { "page": "page", "items": "$.data" } """), """{"data":["a"]}""", """{"data":["b"]}""", "{}");

        Assert.Equal(["a", "b"], await ReadAsync(call.Call("ListAllAsync")!));
        Assert.Equal(["/a?page=1", "/a?page=2", "/a?page=3"], call.Handler.Requests.Select(static request => request.Target));
    }

    [Theory]
    [InlineData("""{"data":["b"],"next":null}""")]
    [InlineData("""{"data":["b"],"next":""}""")]
    [InlineData("""{"data":["b"]}""")]
    [InlineData("""{"data":["b"],"next":"c2","has_more":false}""")]
    public async Task Cursor_IsPassedOn_UntilThereIsNoMore(string last)
    {
        var call = LiveCall.Of(Run(Cursor), """{"data":["a"],"next":"c 1","has_more":true}""", last);

        Assert.Equal(["a", "b"], await ReadAsync(call.Call("ListAllAsync", call.Options("ListParameters", "Limit", 1L))!));
        Assert.Equal(["/a?limit=1", "/a?limit=1&cursor=c%201"], call.Handler.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task Cursor_ThatComesAgain_EndsWithAClearException()
    {
        var call = LiveCall.Of(Run(Cursor), """{"data":["a"],"next":"1"}""", """{"data":["b"],"next":"2"}""", """{"data":["c"],"next":"1"}""");
        var items = new List<object?>();

        var thrown = await Assert.ThrowsAsync<Core.OpenRouterException>(async () =>
        {
            await foreach (var item in (IAsyncEnumerable<object?>)call.Call("ListAllAsync")!)
            {
                items.Add(item);
            }
        });

        Assert.Contains("same page twice", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], items);
    }

    [Fact]
    public async Task Page_IsAskedForWhenItIsNeeded()
    {
        var call = LiveCall.Of(Run(Offset), """{"data":["a","b"]}""");
        var enumerator = ((IAsyncEnumerable<string>)call.Call("ListAllAsync")!).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.Empty(call.Handler.Requests);
        Assert.True(await enumerator.MoveNextAsync());
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Single(call.Handler.Requests);
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal(2, call.Handler.Requests.Count);
        await enumerator.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_EndsTheEnumeration(bool byArgument)
    {
        using var source = new CancellationTokenSource();
        var call = LiveCall.Of(Run(Offset), """{"data":["a"]}""");
        var pages = (IAsyncEnumerable<string>)call.Call("ListAllAsync", null, byArgument ? source.Token : default)!;
        var count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in pages.WithCancellation(byArgument ? default : source.Token))
            {
                count++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task Builder_EnumeratesWithItsParameters()
    {
        var call = LiveCall.Of(Run(Offset), """{"data":["a"]}""", """{"data":[]}""");
        var builder = call.Call("List")!;
        builder.GetType().GetMethod("WithQ")!.Invoke(builder, ["x"]);

        Assert.Equal(["a"], await ReadAsync(builder.GetType().GetMethod("EnumerateAsync")!.Invoke(builder, [TestContext.Current.CancellationToken])!));
        Assert.Equal("/a?offset=1&q=x", call.Sent.Target);
    }

    [Fact]
    public async Task Position_ThatIsRequired_IsAnArgument()
    {
        var run = GeneratorRun.Of(Small.WithPaths("""
            "/a/{id}": { "get": { "operationId": "list", "x-csharp-pagination": { "offset": "start", "items": "$.result.rows" }, "parameters": [
              { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "start", "in": "query", "required": true, "schema": { "type": "integer", "format": "int32" } } ],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "result": { "type": "object", "properties": { "rows": { "type": "array", "items": { "type": ["integer", "null"] } } } } } } } } } } } }
            """));
        var call = LiveCall.Of(run, """{"result":{"rows":[1,null]}}""", "{}");

        var count = 0;
        await foreach (var item in (IAsyncEnumerable<long?>)call.Call("ListAllAsync", "x", 5)!)
        {
            count++;
        }

        Assert.Equal(2, count);
        Assert.Equal(["/a/x?start=5", "/a/x?start=7"], call.Handler.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task Items_ThatAreModels_AreHandedOutAsSuch()
    {
        var run = GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "get": { "operationId": "list", {{Offset}}, "parameters": [{ "name": "offset", "in": "query", "schema": { "type": "integer" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "data": { "type": "array", "items": { "$ref": "#/components/schemas/Row" } } } } } } } } } }
            """, """ "Row": { "type": "object", "properties": { "x": { "type": "string" } } } """));

        var row = Assert.Single(await ReadAsync(LiveCall.Of(run, """{"data":[{"x":"1"}]}""", """{"data":[]}""").Call("ListAllAsync")!));

        Assert.Equal("1", LiveClient.Get(row!, "X"));
    }

    [Fact]
    public async Task Page_ThatIsACaseOfAUnion_IsTakenAndAnythingElseSaid()
    {
        var run = GeneratorRun.Of(Small.WithPaths("""
            "/a": { "get": { "operationId": "list", "x-csharp-pagination": { "cursor": "cursor", "items": "$.data", "next": "$.next", "case": "Own" }, "parameters": [{ "name": "cursor", "in": "query", "schema": { "type": "string" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/Own" }, { "$ref": "#/components/schemas/Other" }] } } } } } } }
            """, """
            "Own": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["own"] }, "data": { "type": "array", "items": { "type": "string" } }, "next": { "type": "string" } } },
            "Other": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["other"] } } }
            """));

        Assert.Equal(["a", "b"], await ReadAsync(LiveCall.Of(run, """{"kind":"own","data":["a"],"next":"2"}""", """{"kind":"own","data":["b"]}""").Call("ListAllAsync")!));
        var thrown = await Assert.ThrowsAsync<Core.OpenRouterException>(() => ReadAsync(LiveCall.Of(run, """{"kind":"other"}""").Call("ListAllAsync")!));
        Assert.Contains("kind Own", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "x-csharp-pagination": { "offset": "nothing", "items": "$.data" } """)]
    [InlineData(""" "x-csharp-pagination": { "offset": "offset", "items": "$.nothing" } """)]
    [InlineData(""" "x-csharp-pagination": { "offset": "q", "items": "$.data" } """)]
    [InlineData(""" "x-csharp-pagination": { "cursor": "cursor", "items": "$.data" } """)]
    [InlineData(""" "x-speakeasy-pagination": { "type": "url", "outputs": { "nextUrl": "$.next" } } """)]
    public void Pages_ThatCannotBeFound_AreNoted(string mark)
    {
        var run = Run(mark);

        Assert.Equal("ORG0019", Assert.Single(run.Diagnostics).Id);
        Assert.DoesNotContain("ListAllAsync", LiveCall.Of(run).Methods);
    }

    private const string Cursor = """ "x-csharp-pagination": { "cursor": "cursor", "items": "$.data", "next": "$.next", "hasMore": "$.has_more" } """;

    private static async Task<List<object?>> ReadAsync(object pages)
    {
        var items = new List<object?>();
        await foreach (var item in (IAsyncEnumerable<object?>)pages)
        {
            items.Add(item);
        }

        return items;
    }

    private static GeneratorRun Run(string mark) => GeneratorRun.Of(Small.WithPaths($$"""
        "/a": { "get": { "operationId": "list", {{mark}}, "parameters": [
          { "name": "offset", "in": "query", "schema": { "type": ["integer", "null"] } }, { "name": "limit", "in": "query", "schema": { "type": "integer" } },
          { "name": "q", "in": "query", "schema": { "type": "string" } }, { "name": "page", "in": "query", "schema": { "type": "integer" } }, { "name": "cursor", "in": "query", "schema": { "type": "string" } } ],
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": {
            "data": { "type": "array", "items": { "type": "string" } }, "next": { "type": ["string", "null"] }, "has_more": { "type": "boolean" } } } } } } } } }
        """));
}
