using System.Reflection;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>What follows the finish reason is merged into one last chunk; nothing that had arrived may be lost on the way.</summary>
public sealed class EndChunkTests
{
    private const string Paths = """
        "/chat": { "post": { "operationId": "chat", "responses": { "200": { "description": "ok", "content": { "text/event-stream": { "schema": { "$ref": "#/components/schemas/Chunk" } } } } } } }
        """;

    private const string Schemas = """
        "Chunk": { "type": "object", "properties": { "choices": { "type": "array", "items": { "$ref": "#/components/schemas/Choice" } }, "usage": { "$ref": "#/components/schemas/Usage" } } },
        "Choice": { "type": "object", "properties": { "index": { "type": "integer" }, "delta": { "$ref": "#/components/schemas/Delta" }, "finish_reason": { "type": ["string", "null"] }, "logprobs": { "$ref": "#/components/schemas/Logprobs" } } },
        "Delta": { "type": "object", "properties": { "content": { "type": ["string", "null"] }, "audio": { "$ref": "#/components/schemas/Audio" } } },
        "Audio": { "type": "object", "properties": { "id": { "type": "string" }, "data": { "type": "string" }, "transcript": { "type": "string" }, "expires_at": { "type": "integer" } } },
        "Logprobs": { "type": "object", "properties": { "content": { "type": ["array", "null"], "items": { "$ref": "#/components/schemas/Token" } }, "refusal": { "type": ["array", "null"], "items": { "$ref": "#/components/schemas/Token" } } } },
        "Token": { "type": "object", "required": ["token"], "properties": { "token": { "type": "string" }, "logprob": { "type": "number" } } },
        "Usage": { "type": "object", "properties": { "prompt_tokens": { "type": "integer" }, "completion_tokens": { "type": "integer" } } }
        """;

    private static readonly Lazy<LiveClient> Live = new(static () => LiveClient.Load(GeneratorRun.Of(Small.WithPaths(Paths, Schemas))));

    [Fact]
    public void Logprobs_OfBothChunks_FollowOneAnother()
    {
        var merged = Merge(
            """{"index":0,"delta":{},"finish_reason":"stop","logprobs":{"content":[{"token":"a","logprob":-1}],"refusal":[{"token":"r"}]}}""",
            """{"index":0,"delta":{},"logprobs":{"content":[{"token":"b","top":1}],"refusal":null}}""");

        Assert.Equal("""{"index":0,"delta":{},"finish_reason":"stop","logprobs":{"content":[{"token":"a","logprob":-1},{"token":"b","top":1}],"refusal":[{"token":"r"}]}}""", merged);
    }

    [Fact]
    public void Audio_OfBothChunks_IsJoinedMemberByMember()
    {
        var merged = Merge(
            """{"index":0,"delta":{"content":"x","audio":{"id":"a1","data":"UklG","transcript":"Hel","extra":[1]}},"finish_reason":"stop"}""",
            """{"index":0,"delta":{"content":"y","audio":{"data":"RgAA","transcript":"lo","expires_at":9,"extra":[2]}}}""");

        Assert.Equal("""{"index":0,"delta":{"content":"xy","audio":{"id":"a1","data":"UklGRgAA","transcript":"Hello","expires_at":9,"extra":[1,2]}},"finish_reason":"stop"}""", merged);
    }

    [Theory]
    [InlineData("""{"index":0,"logprobs":{"content":[{"token":"a"}]},"finish_reason":"stop"}""", """{"index":0,"delta":{}}""")]
    [InlineData("""{"index":0,"delta":{},"finish_reason":"stop"}""", """{"index":0,"logprobs":{"content":[{"token":"a"}]}}""")]
    public void Logprobs_OfOneChunk_StayAsTheyAre(string held, string later)
    {
        Assert.Equal("""{"index":0,"delta":{},"finish_reason":"stop","logprobs":{"content":[{"token":"a"}]}}""", Merge(held, later));
    }

    /// <summary>A later usage is the whole count again, not a part to be added.</summary>
    [Fact]
    public void Usage_OfTheLaterChunk_Counts()
    {
        var type = Live.Value.Type("Chunk");
        var merge = type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(static method => method.Name.EndsWith("MergeEnd", StringComparison.Ordinal));
        var merged = merge.Invoke(null, [Live.Value.Parse("Chunk", """{"usage":{"prompt_tokens":1,"completion_tokens":2}}"""), Live.Value.Parse("Chunk", """{"usage":{"prompt_tokens":1,"completion_tokens":5}}""")]);

        Assert.Equal("""{"usage":{"prompt_tokens":1,"completion_tokens":5}}""", LiveClient.Write(merged!));
    }

    private static string Merge(string held, string later)
    {
        var merge = Live.Value.Type("Choice").GetMethod("MergeEnd", BindingFlags.Static | BindingFlags.NonPublic)!;
        return LiveClient.Write(merge.Invoke(null, [Live.Value.Parse("Choice", held), Live.Value.Parse("Choice", later)])!);
    }
}
