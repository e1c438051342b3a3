using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>How request bodies look on the wire.</summary>
public sealed class OperationBodyTests
{
    /// <summary>Lets the tests write down requests as JSON.</summary>
    private static readonly (string, string) ReadToo = ("OpenRouterJsonDirections", "both");

    private const string NoContent = """ "responses": { "204": { "description": "" } } """;

    private const string Order = """
        { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } },
          "address": { "type": "object", "properties": { "street": { "type": "string" }, "lines": { "type": "array", "items": { "type": "integer" } } } }, "gift": { "type": "boolean" } } }
        """;

    private const string OrderJson = """@{"name":"a b&c","tags":["x","y"],"address":{"street":"s 1","lines":[1,2]},"gift":true,"more":5}""";

    [Fact]
    public async Task UrlEncodedForm_WithoutEncodings_RepeatsListsAndWritesObjectsAsJson()
    {
        var sent = await SendAsync($$"""{ "application/x-www-form-urlencoded": { "schema": {{Order}} } }""", "ActAsync", OrderJson);

        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
        Assert.Equal("name=a+b%26c&tags=x&tags=y&address=%7B%22street%22%3A%22s+1%22%2C%22lines%22%3A%5B1%2C2%5D%7D&gift=true&more=5", sent.Body);
    }

    [Theory]
    [InlineData("""{ "tags": { "explode": false } }""", "tags=x%2Cy")]
    [InlineData("""{ "tags": { "style": "pipeDelimited", "explode": false } }""", "tags=x%7Cy")]
    [InlineData("""{ "tags": { "style": "deepObject", "explode": true } }""", "tags%5B0%5D=x&tags%5B1%5D=y")]
    [InlineData("""{ "tags": { "contentType": "application/json" } }""", "tags=%5B%22x%22%2C%22y%22%5D")]
    [InlineData("""{ "address": { "style": "deepObject" } }""", "address%5Bstreet%5D=s+1&address%5Blines%5D%5B0%5D=1&address%5Blines%5D%5B1%5D=2")]
    [InlineData("""{ "address": { "style": "form", "explode": false } }""", "address=street%2Cs+1%2Clines%2C%5B1%2C2%5D")]
    public async Task UrlEncodedForm_WithAnEncoding_FollowsIt(string encoding, string expected)
    {
        var sent = await SendAsync($$"""{ "application/x-www-form-urlencoded": { "schema": {{Order}}, "encoding": {{encoding}} } }""", "ActAsync", OrderJson);

        Assert.Contains($"&{expected}&", $"&{sent.Body}&", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream", "{}", "application/octet-stream")]
    [InlineData("application/octet-stream", """{ "schema": { "type": "string", "format": "binary" } }""", "application/octet-stream")]
    [InlineData("image/png", """{ "schema": { "type": "string", "format": "binary" } }""", "image/png")]
    [InlineData("*/*", "{}", "application/octet-stream")]
    [InlineData("image/*", "{}", "application/octet-stream")]
    [InlineData("application/pdf", """{ "schema": {} }""", "application/pdf")]
    public async Task Bytes_AreSentAsTheyAre(string type, string media, string contentType)
    {
        var sent = await SendAsync($$"""{ "{{type}}": {{media}} }""", "ActAsync", "bytes"u8.ToArray());

        Assert.Equal("bytes", sent.Body);
        Assert.Equal(contentType, sent.ContentType);
    }

    [Fact]
    public async Task Bytes_ThatNameTheirType_KeepIt()
    {
        var sent = await SendAsync("""{ "image/*": {} }""", "ActAsync", new BinaryBody("x"u8.ToArray(), "image/webp"));

        Assert.Equal("image/webp", sent.ContentType);
    }

    [Theory]
    [InlineData("text/plain", """{ "schema": { "type": "string" } }""", "text/plain; charset=utf-8")]
    [InlineData("application/xml", """{ "schema": { "type": "string" } }""", "application/xml; charset=utf-8")]
    [InlineData("application/xml", """{ "schema": { "type": "object", "properties": { "a": { "type": "string" } } } }""", "application/xml; charset=utf-8")]
    [InlineData("application/sql", """{ "schema": { "type": "string" } }""", "application/sql; charset=utf-8")]
    [InlineData("text/csv; header=present", "{}", "text/csv; charset=utf-8")]
    [InlineData("application/x-ndjson", "{}", "application/x-ndjson; charset=utf-8")]
    public async Task Text_IsSentAsText(string type, string media, string contentType)
    {
        var sent = await SendAsync($$"""{ "{{type}}": {{media}} }""", "ActAsync", "<é>");

        Assert.Equal("<é>", sent.Body);
        Assert.Equal(contentType, sent.ContentType);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("text/json", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/*+json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/vnd.shop.v2+json", "application/vnd.shop.v2+json")]
    [InlineData("application/merge-patch+json", "application/merge-patch+json")]
    public async Task Json_UnderAnyName_IsJson(string type, string contentType)
    {
        var sent = await SendAsync($$"""{ "{{type}}": { "schema": {{Order}} } }""", "ActAsync", OrderJson);

        Assert.Equal(OrderJson[1..], sent.Body);
        Assert.Equal(contentType, sent.ContentType);
    }

    [Fact]
    public async Task MediaTypes_OfOneOperation_GiveOneMethodEach()
    {
        var run = Run($$"""
            { "text/plain": { "schema": { "type": "string" } }, "application/octet-stream": {}, "multipart/form-data": { "schema": {{Order}} },
              "application/x-www-form-urlencoded": { "schema": {{Order}} }, "application/json": { "schema": {{Order}} } }
            """);
        var call = LiveCall.Of(run);

        foreach (var (method, value, type) in new (string, object, string)[]
        {
            ("ActAsync", OrderJson, "application/json"), ("ActFromFormAsync", OrderJson, "multipart/form-data"), ("ActFromUrlEncodedFormAsync", OrderJson, "application/x-www-form-urlencoded"),
            ("ActFromTextAsync", "t", "text/plain"), ("ActFromFileAsync", "b"u8.ToArray(), "application/octet-stream"),
        })
        {
            await call.SendAsync(method, value);
            Assert.StartsWith(type, call.Sent.ContentType, StringComparison.Ordinal);
        }

        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("""{ "application/json": SCHEMA, "text/json": SCHEMA }""")]
    [InlineData("""{ "application/json": SCHEMA, "application/xml": SCHEMA }""")]
    [InlineData("""{ "application/json": SCHEMA, "application/*+json": SCHEMA }""")]
    public void MediaType_ThatAddsNothing_IsNoted(string content)
    {
        var run = Run(content.Replace("SCHEMA", """{ "schema": { "$ref": "#/components/schemas/Order" } }""", StringComparison.Ordinal), $"\"Order\": {Order}");

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0019", problem.Id);
        Assert.Contains("Act sends application/json", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(LiveCall.Of(run).Methods, static name => name.StartsWith("ActFrom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JsonBodies_ThatDiffer_GiveOneMethodEach()
    {
        var run = Run($$"""{ "application/json": { "schema": {{Order}} }, "application/json-patch+json": { "schema": { "type": "array", "items": { "type": "string" } } } }""");
        var call = LiveCall.Of(run);

        await call.SendAsync("ActFromJsonPatchJsonAsync", (object)new[] { "x" });

        Assert.Equal("""["x"]""", call.Sent.Body);
        Assert.Equal("application/json-patch+json", call.Sent.ContentType);
    }

    [Fact]
    public async Task Multipart_WithEncodings_NamesTheTypesOfItsParts()
    {
        var run = Run("""
            { "multipart/form-data": { "schema": { "type": "object", "required": ["meta"], "properties": { "meta": { "type": "object", "properties": { "a": { "type": "integer" } } },
                "note": { "type": "string" }, "plain": { "type": "string" }, "pics[]": { "type": "array", "items": { "type": "string", "format": "binary" } }, "picture": { "type": "string", "format": "binary" } } },
              "encoding": { "note": { "contentType": "text/markdown", "headers": { "X-A": {} } }, "picture": { "contentType": "image/png, image/jpeg" } } } }
            """);
        Assert.Equal("ORG0019", Assert.Single(run.Diagnostics).Id);
        var call = LiveCall.Of(run);
        var builder = call.Call("Act", """@{"a":1}""")!;
        Set(builder, "WithNote", "n");
        Set(builder, "WithPlain", "p");
        Set(builder, "WithPics", new[] { new FilePart(new MemoryStream("1"u8.ToArray()), "1.gif", "image/gif"), new FilePart(new MemoryStream("2"u8.ToArray()), "2.gif") });

        await (Task)builder.GetType().GetMethod("SendAsync")!.Invoke(builder, [TestContext.Current.CancellationToken])!;

        var parts = Parts(call.Sent);
        Assert.Equal(
            ["meta|application/json|{\"a\":1}", "note|text/markdown|n", "plain||p", "pics[]; filename=1.gif|image/gif|1", "pics[]; filename=2.gif||2"],
            parts);
    }

    [Fact]
    public async Task Multipart_ThatIsNoObject_IsFilledByHand()
    {
        var call = LiveCall.Of(Run("""{ "multipart/form-data": { "schema": { "type": "object" } } }"""));

        await call.SendAsync("ActAsync", new MultipartBody().AddText("a", "1"));

        Assert.Equal(["a||1"], Parts(call.Sent));
    }

    [Theory]
    [InlineData("""{ "application/json": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } }""")]
    [InlineData("""{ "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } }""")]
    [InlineData("""{ "application/json": { "schema": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } } }""")]
    [InlineData("""{ "application/json": {} }""")]
    [InlineData("""{ "text/plain": {} }""")]
    [InlineData("""{ "application/octet-stream": {} }""")]
    [InlineData("""{ "multipart/form-data": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } }""")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } }""")]
    [InlineData("""{ "application/x-www-form-urlencoded": { "schema": { "type": "object", "additionalProperties": { "type": "string" } } } }""")]
    public async Task OptionalBody_CanBeLeftOut(string content)
    {
        var call = LiveCall.Of(GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "post": { "operationId": "act", {{NoContent}}, "requestBody": { "required": false, "content": {{content}} } } }
            """), ReadToo));

        await call.SendAsync("ActAsync");

        Assert.Equal("", call.Sent.Body);
        Assert.Null(call.Sent.ContentType);
        Assert.True(call.Method("ActAsync").GetParameters()[0].HasDefaultValue);
    }

    private static void Set(object builder, string method, object value) => builder.GetType().GetMethod(method)!.Invoke(builder, [value]);

    /// <summary>The parts of a form as "name|type|text".</summary>
    private static List<string> Parts(SentRequest sent)
    {
        var boundary = "--" + sent.ContentType!.Split("boundary=")[1].Trim('"');
        return sent.Body.Split(boundary)[1..^1].Select(static part =>
        {
            var halves = part.Trim('\r', '\n').Split("\r\n\r\n");
            string Header(string name) => halves[0].Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(": ", 2)[1] ?? "";
            var disposition = Header("Content-Disposition").Replace("form-data; name=", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
            return $"{disposition.Split("; filename*")[0]}|{Header("Content-Type")}|{halves[1]}";
        }).ToList();
    }

    private static async Task<SentRequest> SendAsync(string content, string method, object value)
    {
        var call = LiveCall.Of(Run(content));
        await call.SendAsync(method, value);
        return call.Sent;
    }

    private static GeneratorRun Run(string content, string schemas = "") => GeneratorRun.Of(Small.WithPaths($$"""
        "/a": { "post": { "operationId": "act", {{NoContent}}, "requestBody": { "required": true, "content": {{content}} } } }
        """, schemas), ReadToo);
}
