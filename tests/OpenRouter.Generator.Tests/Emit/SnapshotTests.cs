using System.Runtime.CompilerServices;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Emit;

/// <summary>One emitted file of each kind, whole, as a reader would see it.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Object_WithEveryKindOfPresence() => VerifySchema("Pet", """
        "Pet": { "type": "object", "description": "An animal with an owner & a <name>.", "required": ["id", "kind", "owner"], "properties": {
          "id": { "type": "integer", "description": "Number of the animal." },
          "kind": { "type": "string", "enum": ["pet"] },
          "owner": { "type": ["string", "null"] },
          "weight": { "type": "number", "minimum": 0, "exclusiveMaximum": 200, "default": 4.5, "description": "Weight in kilograms." } } }
        """);

    [Fact]
    public void Object_WithListsAndMaps() => VerifySchema("Shelf", """
        "Shelf": { "type": "object", "additionalProperties": false, "properties": {
          "rows": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } },
          "labels": { "type": "object", "additionalProperties": { "type": ["string", "null"] } } } }
        """);

    [Fact]
    public void Enum_IsOpen() => VerifySchema("Color", """
        "Color": { "type": "string", "enum": ["red", "dark-green", "5m"], "description": "A color." }
        """);

    [Fact]
    public void NumberEnum_IsOpen() => VerifySchema("Status", """
        "Status": { "type": "integer", "enum": [0, -5], "description": "How it stands." }
        """);

    [Fact]
    public void Union_WithADiscriminator() => VerifySchema("Pet", """
        "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["cat"] } } },
        "Pet": { "description": "A pet.", "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "type": "string" }],
          "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } } }
        """);

    [Fact]
    public void UpdateRequest_HasThreeStates() => VerifyFile("SmallAPI.Models.ThingPatch", Run(Patch));

    [Fact]
    public void Group_OfAnOperationWithParameters() => VerifyFile("SmallAPI.Api.ThingsApi", Run(Patch));

    [Fact]
    public void Builder_OfAnUpdate() => VerifyFile("SmallAPI.Api.UpdateThingBuilder", Run(Patch));

    [Fact]
    public void Options_OfAnOperation() => VerifyFile("SmallAPI.Api.UpdateThingParameters", Run(Patch));

    [Fact]
    public void Client_HasItsGroups() => VerifyFile("SmallAPI.Core.SmallClient", Run(Patch));

    [Fact]
    public void JsonContext_ListsWhatTravelsBothWays() => VerifyFile("SmallAPI.Models.SmallJsonContext", Run(Patch));

    [Fact]
    public void ChatChunk_DescribesItselfAndMerges() => VerifyFile("SmallAPI.Models.Chunk", Run(Chat));

    [Fact]
    public void ChatChoice_DescribesItselfAndMerges() => VerifyFile("SmallAPI.Models.ChunkChoicesItem", Run(Chat));

    [Fact]
    public void ChatDelta_KeepsWhatIsSentBackAndPiecesOfText() => VerifyFile("SmallAPI.Models.ChunkChoicesItemDelta", Run(Chat, WithDelta(""" "content": { "type": "string" }, "reasoning_details": { "type": "array", "items": {} } """)));

    [Fact]
    public void ToolFunction_KeepsPiecesOfText() => VerifyFile("SmallAPI.Models.ChunkChoicesItemDeltaToolCallsItemFunction", Run(Chat, WithDelta("""
        "content": { "type": "string" }, "tool_calls": { "type": "array", "items": { "type": "object", "properties": { "function": { "type": "object", "properties": { "arguments": { "type": "string" } } } } } }
        """)));

    [Fact]
    public void ChatChoice_TellsLogprobs() => Assert.Contains("accumulator.Logprobs(ChoiceIndex, _rest.Logprobs);", Run(Chat, WithDelta(""" "content": { "type": "string" } """)).Sources["SmallAPI.Models.ChunkChoicesItem.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void ChatChunk_WithAMemberCalledRecovery_KeepsBoth()
    {
        var live = LiveClient.Load(Run(Chat, PatchSchemas.Replace("\"choices\": {", "\"recovery\": { \"type\": \"string\" }, \"choices\": {", StringComparison.Ordinal)));

        var chunk = live.Parse("Chunk", """{"recovery":"of the wire"}""");

        Assert.Equal("of the wire", LiveClient.Get(chunk, "RecoveryValue"));
        Assert.Null(LiveClient.Get(chunk, "Recovery"));
    }

    [Fact]
    public void StreamBuilder_AddsMessages() => VerifyFile("SmallAPI.Api.CreateStreamingAnswerBuilder", Run(Chat));

    [Fact]
    public void BuilderBase_IsSharedByPlainAndStream() => VerifyFile("SmallAPI.Api.AskBuilderBase", Run(Ask));

    [Fact]
    public void Builder_OverASharedBase() => VerifyFile("SmallAPI.Api.StreamAskBuilder", Run(Ask));

    [Fact]
    public void EverySnapshot_CanBeReadAtAGlance()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!, "Snapshots");
        var files = Directory.GetFiles(folder, "*.verified.cs");

        Assert.NotEmpty(files);
        Assert.All(files, static file => Assert.InRange(File.ReadAllLines(file).Length, 1, 80));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [Fact]
    public void Form_BecomesParts() => VerifyFile("SmallAPI.Models.UploadForm", Run("""
        "/files": { "post": { "operationId": "upload", "requestBody": { "required": true, "content": { "multipart/form-data": { "schema":
          { "type": "object", "required": ["file"], "properties": { "file": { "type": "string", "format": "binary" }, "tags[]": { "type": "array", "items": { "type": "string" } } } } } } },
          "responses": { "204": { "description": "done" } } } }
        """));

    private const string Patch = """
        "/things/{thing_id}": { "patch": { "operationId": "updateThing", "tags": ["Things"], "summary": "Changes a thing.",
          "parameters": [
            { "name": "thing_id", "in": "path", "required": true, "description": "Which one.", "schema": { "type": "string", "format": "uuid" } },
            { "name": "X-Reason", "in": "header", "description": "Why it is changed.", "schema": { "type": "string" } } ],
          "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingPatch" } } } },
          "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingPatch" } } } } } } }
        """;

    private const string PatchSchemas = """
        "ThingPatch": { "type": "object", "properties": { "limit": { "type": ["number", "null"], "description": "Limit in dollars; null removes it." } } },
        "Chunk": { "type": "object", "additionalProperties": false, "required": ["choices"], "properties": {
          "choices": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": { "index": { "type": "integer" }, "finish_reason": { "type": ["string", "null"] },
            "delta": { "type": "object", "properties": { "content": { "type": "string" } } } } } } } },
        "SystemMessage": { "type": "object", "x-csharp-leading": true, "required": ["role", "content"], "properties": { "role": { "enum": ["system"] }, "content": { "type": "string" } } },
        "AnswerRequest": { "type": "object", "additionalProperties": false, "required": ["messages"], "properties": { "stream": { "type": "boolean" },
          "messages": { "type": "array", "items": { "anyOf": [{ "$ref": "#/components/schemas/SystemMessage" }, { "type": "string" }] } } } }
        """;

    private const string Chat = """
        "/answers": { "post": { "operationId": "createAnswer", "tags": ["Answers"],
          "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/AnswerRequest" } } } },
          "responses": { "200": { "description": "ok", "content": { "text/event-stream": { "schema": { "type": "object", "properties": { "data": { "$ref": "#/components/schemas/Chunk" } } } } } } } } }
        """;

    private const string Ask = """
        "/ask": { "post": { "operationId": "ask", "tags": ["Answers"],
          "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "additionalProperties": false, "required": ["model"], "properties": {
            "model": { "type": "string", "x-csharp-role": "model-id" }, "top_p": { "type": "number", "minimum": 0, "maximum": 1 }, "stream": { "type": "boolean" } } } } } },
          "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Chunk" } }, "text/event-stream": { "schema": { "$ref": "#/components/schemas/Chunk" } } } } } } }
        """;

    private static string WithDelta(string properties) => PatchSchemas.Replace(
        """ "delta": { "type": "object", "properties": { "content": { "type": "string" } } } """.Trim(),
        $$"""
        "logprobs": { "type": "object", "properties": { "content": { "type": "array", "items": {} } } },
        "delta": { "type": "object", "additionalProperties": false, "properties": { {{properties}} } }
        """,
        StringComparison.Ordinal);

    private static GeneratorRun Run(string paths, string schemas = PatchSchemas)
    {
        var run = GeneratorRun.Of(Small.WithPaths(paths, schemas));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages());
        return run;
    }

    private static void VerifySchema(string name, string schemas)
    {
        var run = GeneratorRun.Of(Small.WithSchemas(schemas));
        Assert.Empty(run.CompilerMessages());
        Snapshot.Verify(run.Sources[$"SmallAPI.Models.{name}.g.cs"], $"{TestContext.Current.TestMethod!.MethodName}");
    }

    private static void VerifyFile(string name, GeneratorRun run) =>
        Snapshot.Verify(run.Sources[name + ".g.cs"], TestContext.Current.TestMethod!.MethodName);
}
