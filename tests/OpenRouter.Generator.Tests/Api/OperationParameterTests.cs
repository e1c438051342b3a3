using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>How parameters look on the wire: emitted clients are called, and a recorded request is compared.</summary>
public sealed class OperationParameterTests
{
    /// <summary>Lets the tests write down requests as JSON.</summary>
    private static readonly (string, string) ReadToo = ("OpenRouterJsonDirections", "both");

    private const string NoContent = """ "responses": { "204": { "description": "" } } """;
    private const string Text = """{ "type": "string" }""";
    private const string List = """{ "type": "array", "items": { "type": "string" } }""";
    private const string Color = """{ "type": "object", "properties": { "R": { "type": "integer" }, "G": { "type": "integer" }, "B": { "type": "integer" } } }""";
    private static readonly string[] Colors = ["blue", "black", "brown"];

    [Theory]
    [InlineData("simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData("simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    [InlineData("label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData("label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData("matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData("matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    public async Task PathParameter_OfAStyle_IsSpelledAsTheSpecificationSays(string style, bool explode, string scalar, string list, string members)
    {
        Assert.Equal("/a/" + scalar, (await SendAsync("path", style, explode, Text, "blue")).Target);
        Assert.Equal("/a/" + list, (await SendAsync("path", style, explode, List, Colors)).Target);
        Assert.Equal("/a/" + members, (await SendAsync("path", style, explode, Color, """@{"R":100,"G":200,"B":150}""")).Target);
    }

    [Theory]
    [InlineData("form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData("form", true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData("spaceDelimited", false, "color=blue", "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData("pipeDelimited", false, "color=blue", "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData("spaceDelimited", true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData("deepObject", true, "color=blue", "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public async Task QueryParameter_OfAStyle_IsSpelledAsTheSpecificationSays(string style, bool explode, string scalar, string list, string members)
    {
        Assert.Equal("/a?" + scalar, (await SendAsync("query", style, explode, Text, "blue")).Target);
        Assert.Equal("/a?" + list, (await SendAsync("query", style, explode, List, Colors)).Target);
        Assert.Equal("/a?" + members, (await SendAsync("query", style, explode, Color, """@{"R":100,"G":200,"B":150}""")).Target);
        Assert.Equal("/a?color=", (await SendAsync("query", style, explode, Text, "")).Target);
    }

    [Theory]
    [InlineData(false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(true, "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    public async Task CookieParameter_IsSentInTheCookieHeader(bool explode, string scalar, string list, string members)
    {
        Assert.Equal(scalar, (await SendAsync("cookie", "form", explode, Text, "blue")).Headers["Cookie"]);
        Assert.Equal(list, (await SendAsync("cookie", "form", explode, List, Colors)).Headers["Cookie"]);
        Assert.Equal(members, (await SendAsync("cookie", "form", explode, Color, """@{"R":100,"G":200,"B":150}""")).Headers["Cookie"]);
    }

    [Theory]
    [InlineData(false, "R,100,G,200,B,150")]
    [InlineData(true, "R=100,G=200,B=150")]
    public async Task HeaderParameter_IsJoinedByCommas(bool explode, string members)
    {
        Assert.Equal("blue", (await SendAsync("header", "simple", explode, Text, "blue")).Headers["color"]);
        Assert.Equal("blue,black,brown", (await SendAsync("header", "simple", explode, List, Colors)).Headers["color"]);
        Assert.Equal(members, (await SendAsync("header", "simple", explode, Color, """@{"R":100,"G":200,"B":150}""")).Headers["color"]);
    }

    [Theory]
    [InlineData("path", "/a/a%2Cb%2Fc,d%20e")]
    [InlineData("query", "/a?color=a%2Cb%2Fc,d%20e")]
    public async Task Item_WithASeparatorInside_IsEscaped(string location, string expected) =>
        Assert.Equal(expected, (await SendAsync(location, location == "path" ? "simple" : "form", false, List, new[] { "a,b/c", "d e" })).Target);

    [Theory]
    [InlineData("path", "..")]
    [InlineData("path", "")]
    public async Task PathParameter_ThatWouldNameAnotherResource_IsRefused(string location, string value) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(location, "simple", false, List, new[] { value }));

    [Fact]
    public async Task ReservedCharacters_WhereTheyAreAllowed_StayAsTheyAre()
    {
        var call = Call("""[{ "name": "q", "in": "query", "required": true, "allowReserved": true, "schema": { "type": "string" } }]""");

        await call.SendAsync("ActAsync", "https://a.b/c?d=e f&g#h+i");

        Assert.Equal("/a?q=https://a.b/c?d=e%20f%26g%23h%2Bi", call.Sent.Target);
    }

    [Theory]
    [InlineData("query", """/a?p={"R":1}""")]
    [InlineData("header", """{"R":1}""")]
    public async Task Parameter_WithJsonContent_TravelsAsJson(string location, string expected)
    {
        var call = Call($$"""[{ "name": "p", "in": "{{location}}", "required": true, "content": { "application/json": { "schema": {{Color}} } } }]""");

        await call.SendAsync("ActAsync", """@{"R":1}""");

        Assert.Equal(expected, location == "query" ? Uri.UnescapeDataString(call.Sent.Target) : call.Sent.Headers["p"]);
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": ["true", "false"] }""", "")]
    [InlineData("""{ "anyOf": [{ "type": "string", "enum": ["true", "false"] }, { "type": "boolean" }] }""", "")]
    [InlineData("""{ "type": ["boolean", "null"] }""", "")]
    [InlineData("""{ "type": "string" }""", """, "x-openrouter-type": "boolean" """)]
    [InlineData("""{ "type": "string", "x-openrouter-type": "boolean" }""", "")]
    public async Task Parameter_ThatSaysTrueOrFalse_IsABoolean(string schema, string mark)
    {
        var call = Call($$"""[{ "name": "p", "in": "query", "required": true, "schema": {{schema}}{{mark}} }]""");

        await call.SendAsync("ActAsync", true);

        Assert.Equal(typeof(bool), call.Method("ActAsync").GetParameters()[0].ParameterType);
        Assert.Equal("/a?p=true", call.Sent.Target);
    }

    [Theory]
    [InlineData("""{ "type": "array", "items": { "enum": ["a", "b"] } }""", """p=a&p=new""")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", """p=1&p=2""")]
    [InlineData("""{ "type": "array", "items": { "anyOf": [{ "type": "integer" }, { "type": "string" }] } }""", """p=1&p=x""")]
    public async Task ListParameter_OfAnyItem_RepeatsItsName(string schema, string expected)
    {
        var run = Run($$"""[{ "name": "p", "in": "query", "required": true, "schema": {{schema}} }]""");
        var call = LiveCall.Of(run);
        var item = call.Method("ActAsync").GetParameters()[0].ParameterType.GetGenericArguments()[0];
        var list = Array.CreateInstance(item, 2);
        var values = expected.Split('&').Select(static pair => pair[2..]).ToArray();
        for (var i = 0; i < 2; i++)
        {
            list.SetValue(long.TryParse(values[i], out var number)
                ? item == typeof(long) ? number : Activator.CreateInstance(item, number)
                : Activator.CreateInstance(item, values[i]), i);
        }

        await call.SendAsync("ActAsync", list);

        Assert.Equal("/a?" + expected, call.Sent.Target);
    }

    [Fact]
    public async Task Parameter_OfThePath_IsOverriddenByThatOfTheOperation()
    {
        var call = LiveCall.Of(GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "parameters": [
                { "name": "kept", "in": "query", "required": true, "schema": { "type": "string" } },
                { "name": "changed", "in": "query", "required": true, "schema": { "type": "string" } },
                { "name": "changed", "in": "header", "required": true, "schema": { "type": "string" } } ],
              "get": { "operationId": "act", {{NoContent}}, "parameters": [{ "name": "changed", "in": "query", "required": true, "schema": { "type": "integer" } }] } }
            """), ReadToo));

        var types = call.Method("ActAsync").GetParameters().Select(static parameter => parameter.ParameterType).ToList();
        await call.SendAsync("ActAsync", "k", "h", 5);

        Assert.Equal([typeof(string), typeof(string), typeof(long), typeof(CancellationToken)], types);
        Assert.Equal("/a?kept=k&changed=5", call.Sent.Target);
        Assert.Equal("h", call.Sent.Headers["changed"]);
    }

    [Fact]
    public async Task OptionalParameter_ThatIsNotSet_IsNotSent()
    {
        var call = Call($$"""
            [{ "name": "a", "in": "query", "schema": {{List}} }, { "name": "b", "in": "query", "style": "deepObject", "schema": {{Color}} },
             { "name": "c", "in": "cookie", "schema": {{Text}} }, { "name": "d", "in": "header", "schema": {{List}} }, { "name": "e", "in": "query", "schema": { "type": ["integer", "null"], "default": 7 } }]
            """);

        await call.SendAsync("ActAsync", call.Options("ActParameters", "E", 3L));

        Assert.Equal("/a?e=3", call.Sent.Target);
        Assert.DoesNotContain("Cookie", call.Sent.Headers.Keys);
        Assert.DoesNotContain("d", call.Sent.Headers.Keys);
    }

    [Fact]
    public async Task Cookies_OfSeveralParameters_AreOneHeaderWithoutInjection()
    {
        var call = Call($$"""[{ "name": "a", "in": "cookie", "required": true, "schema": {{Text}} }, { "name": "b", "in": "cookie", "required": true, "schema": { "type": "integer" } }]""");

        await call.SendAsync("ActAsync", "x=; é\r\n", 5);

        Assert.Equal("a=x=%3B%20%C3%A9%0D%0A; b=5", call.Sent.Headers["Cookie"]);
    }

    [Fact]
    public void Default_OfAParameter_StandsInItsComment()
    {
        var run = Run("""[{ "name": "e", "in": "query", "description": "How many.", "schema": { "type": "integer", "default": 7, "minimum": 1, "maximum": 9 } }]""");

        Assert.Contains("Range: 1 to 9. Default: 7.", run.Sources["SmallAPI.Api.ActParameters.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "p", "in": "body", "schema": {} }""", "ORG0014")]
    [InlineData("""{ "name": "Authorization", "in": "header", "schema": { "type": "string" } }""", "ORG0019")]
    [InlineData("""{ "name": "p", "in": "query", "style": "matrix", "schema": { "type": "string" } }""", "ORG0012")]
    public void Parameter_ThatCannotBeSent_IsReportedAtItsLine(string parameter, string id)
    {
        var run = Run($"[\n{parameter}\n]");

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal(id, problem.Id);
        Assert.Equal(run.DocumentText.Split('\n').ToList().FindIndex(line => line == parameter), problem.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(run.CompilerMessages());
    }

    private static async Task<SentRequest> SendAsync(string location, string style, bool explode, string schema, object value)
    {
        var path = location == "path" ? "/a/{color}" : "/a";
        var call = LiveCall.Of(GeneratorRun.Of(Small.WithPaths($$"""
            "{{path}}": { "get": { "operationId": "act", {{NoContent}}, "parameters": [
              { "name": "color", "in": "{{location}}", "required": true, "style": "{{style}}", "explode": {{(explode ? "true" : "false")}}, "schema": {{schema}} }] } }
            """), ReadToo));
        await call.SendAsync("ActAsync", value);
        return call.Sent;
    }

    private static LiveCall Call(string parameters) => LiveCall.Of(Run(parameters));

    private static GeneratorRun Run(string parameters) => GeneratorRun.Of(Small.WithPaths($$"""
        "/a": { "get": { "operationId": "act", {{NoContent}}, "parameters": {{parameters}} } }
        """), ReadToo);
}
