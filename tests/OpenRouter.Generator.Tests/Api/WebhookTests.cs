using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>What a service sends by itself becomes types that a receiver parses.</summary>
public sealed class WebhookTests
{
    private const string Body = """ "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } } } } }, "responses": { "200": { "description": "" } } """;

    [Theory]
    [InlineData("webhooks")]
    [InlineData("x-webhooks")]
    public void Document_OfWebhooksOnly_GivesPayloadsAndNoClient(string member)
    {
        var run = GeneratorRun.Of($$"""
            { "openapi": "3.1.0", "info": { "title": "Small API", "version": "1" }, "{{member}}": {
              "order.paid": { "post": { {{Body}} } }, "order.sent": { "$ref": "#/components/pathItems/Sent" } },
              "components": { "pathItems": { "Sent": { "post": { "operationId": "orderSent", {{Body}} } } } } }
            """);
        var live = LiveClient.Load(run);

        Assert.Empty(run.Diagnostics);
        Assert.Equal("7", LiveClient.Get(live.Parse("OrderPaidPayload", """{"id":"7"}"""), "Id"));
        Assert.Equal("8", LiveClient.Get(live.Parse("OrderSentPayload", """{"id":"8"}"""), "Id"));
        Assert.DoesNotContain(run.Sources.Keys, static name => name.Contains("Client", StringComparison.Ordinal));
    }

    [Fact]
    public void Callback_OfAnOperation_GivesAPayloadThatIsRead()
    {
        var run = GeneratorRun.Of(Small.WithPaths($$"""
            "/jobs": { "post": { "operationId": "start", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Job" } } } }, "responses": { "204": { "description": "", "links": { "next": { "operationId": "start" } } } },
              "callbacks": { "finished": { "{$request.body#/url}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Job" } } } }, "responses": {} } } },
                "moved": { "$ref": "#/components/callbacks/Moved" } } } }
            """, """ "Job": { "type": "object", "properties": { "url": { "type": "string" } } } """)
            .Replace("\"schemas\": {", $$""" "callbacks": { "Moved": { "{$url}": { "put": { {{Body}} } } } }, "schemas": { """, StringComparison.Ordinal), ("OpenRouterOperations", "start"));
        var live = LiveClient.Load(run);

        Assert.Empty(run.Diagnostics);
        Assert.Equal("u", LiveClient.Get(live.Parse("Job", """{"url":"u"}"""), "Url"));
        Assert.Equal("7", LiveClient.Get(live.Parse("MovedPayload", """{"id":"7"}"""), "Id"));
    }

    [Fact]
    public void Callback_ThatLeadsBackToItsOperation_Ends()
    {
        var run = GeneratorRun.Of(Small.WithPaths("""
            "/jobs": { "post": { "operationId": "start", "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } } }, "responses": { "204": { "description": "" } },
              "callbacks": { "again": { "{$url}": { "$ref": "#/paths/~1jobs" } } } } }
            """));

        Assert.Empty(run.CompilerMessages());
    }
}
