using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A chunk as the generator would write it, over an element and for the wire of chat completions.</summary>
internal sealed class TestChunk : IChatChunk<TestChunk>
{
    private TestChunk(params JsonElement[] parts) => Parts = parts;

    /// <summary>The chunks that were merged into this one.</summary>
    public JsonElement[] Parts { get; }

    public string Text => string.Concat(Choices().Select(choice => Get(Get(choice, "delta"), "content")?.GetString()));

    public string? FinishReason => Choices().Select(choice => Str(choice, "finish_reason")).FirstOrDefault(reason => !string.IsNullOrEmpty(reason));

    public bool HasUsage => Parts.Any(part => Get(part, "usage") is not null);

    public static TestChunk ReadFrom(ref JsonReader reader) => reader.TokenType == JsonTokenType.StartObject
        ? new TestChunk(JsonRead.Element(ref reader))
        : throw new JsonException("Expected an object.");

    /// <summary>What the chunk tells of a recovery.</summary>
    public StreamRecovery? Recovery { get; private init; }

    /// <summary>Every chunk is read whole.</summary>
    public void Vary(VaryingPaths paths)
    {
    }

    public TestChunk With(VaryingValues values) => throw new NotSupportedException();

    public static TestChunk OfRecovery(StreamRecovery recovery) => new() { Recovery = recovery };

    public static TestChunk MergeEnd(TestChunk held, TestChunk later) => new([.. held.Parts, .. later.Parts]);

    public void Describe(ChatAccumulator accumulator)
    {
        var root = Parts[0];
        accumulator.Chunk(Str(root, "id"), Str(root, "model"), Str(root, "provider"), Str(root, "service_tier"));
        accumulator.Error(Get(root, "error"));
        if (Get(root, "usage") is { } usage)
        {
            accumulator.Usage(new Raw(usage), Int(usage, "prompt_tokens"), Int(usage, "completion_tokens"), Int(usage, "total_tokens"), null, null, Get(usage, "cost")?.GetDecimal());
        }

        foreach (var choice in Choices())
        {
            Describe(choice, accumulator);
        }
    }

    private static void Describe(JsonElement choice, ChatAccumulator accumulator)
    {
        var index = Int(choice, "index") ?? 0;
        accumulator.Choice(index, Str(choice, "finish_reason"), Str(choice, "native_finish_reason"));
        accumulator.ChoiceError(index, Get(choice, "error"));
        accumulator.Logprobs(index, Get(choice, "logprobs") is { } logprobs ? new Raw(logprobs) : null);
        var delta = Get(choice, "delta");
        accumulator.Text(index, Str(delta, "content"));
        accumulator.Reasoning(index, Str(delta, "reasoning"));
        accumulator.Refusal(index, Str(delta, "refusal"));
        accumulator.ReasoningDetails(index, Encoding.UTF8.GetBytes(Get(delta, "reasoning_details")?.GetRawText() ?? ""));

        foreach (var call in Items(delta, "tool_calls"))
        {
            var function = Get(call, "function");
            var arguments = Get(function, "arguments");
            accumulator.ToolCall(
                index, Int(call, "index"), Str(call, "id"), Str(function, "name"),
                arguments is { ValueKind: JsonValueKind.String } text ? text.GetString() : arguments?.GetRawText());
        }

        foreach (var image in Items(delta, "images"))
        {
            accumulator.Image(index, new Raw(image));
        }

        foreach (var annotation in Items(delta, "annotations"))
        {
            accumulator.Annotation(index, new Raw(annotation));
        }

        if (Get(delta, "audio") is { } audio)
        {
            accumulator.Audio(index, Str(audio, "id"), Str(audio, "data"), Str(audio, "transcript"));
        }
    }

    private IEnumerable<JsonElement> Choices() => Parts.SelectMany(part => Items(part, "choices"));

    private static JsonElement? Get(JsonElement? parent, string name)
        => parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Str(JsonElement? parent, string name) => Get(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static long? Int(JsonElement? parent, string name) => Get(parent, name) is { ValueKind: JsonValueKind.Number } value ? (long)value.GetDouble() : null;

    private static IEnumerable<JsonElement> Items(JsonElement? parent, string name)
        => Get(parent, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
