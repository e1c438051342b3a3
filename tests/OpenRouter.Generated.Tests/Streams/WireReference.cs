using System.Text;
using System.Text.Json;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>A second reader of recorded chat streams: slow, plain and independent of the one under test.</summary>
internal sealed class WireReference
{
    private WireReference(IReadOnlyList<WireEvent> events) => Events = events;

    public IReadOnlyList<WireEvent> Events { get; }

    public WireEvent Last => Events.Count == 0 ? WireEvent.None : Events[^1];

    public IEnumerable<JsonElement> Chunks => Events.Where(static item => !item.IsDone).Select(static item => item.Chunk);

    public IEnumerable<JsonElement> Choices
        => Chunks.SelectMany(static chunk => Member(chunk, "choices") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : []);

    public JsonElement? Usage => Chunks.Select(static chunk => Member(chunk, "usage")).LastOrDefault(static usage => usage.ValueKind == JsonValueKind.Object) is { ValueKind: JsonValueKind.Object } usage ? usage : null;

    /// <summary>Reads the data lines of a body with LF line ends.</summary>
    public static WireReference Of(ReadOnlySpan<byte> body)
    {
        var events = new List<WireEvent>();
        var state = WireEvent.None;
        var start = 0;
        while (start < body.Length && !state.IsDone)
        {
            var length = body[start..].IndexOf((byte)'\n');
            var end = length < 0 ? body.Length : start + length;
            var line = body[start..end];
            if (line.StartsWith("data: "u8))
            {
                state = Next(state, end, Encoding.UTF8.GetString(line[6..]));
                events.Add(state);
            }

            start = end + 1;
        }

        return new WireReference(events);
    }

    /// <summary>What a reader knows that has this many bytes.</summary>
    public WireEvent After(int bytes) => Events.LastOrDefault(item => item.End <= bytes) ?? WireEvent.None;

    public string Joined(string member) => string.Concat(Choices.Select(choice => Text(Member(choice, "delta"), member)));

    public string? First(string member) => Choices.Select(choice => Text(choice, member)).FirstOrDefault(static text => text.Length > 0);

    public string? Top(string member) => Chunks.Select(chunk => Text(chunk, member)).LastOrDefault(static text => text.Length > 0);

    /// <summary>Tool calls joined by index; enough for the recordings, where an index never stands for two calls and no name comes in pieces.</summary>
    public IReadOnlyList<(string Id, string Name, string Arguments)> ToolCalls()
        => [.. Choices
            .Select(static choice => Member(Member(choice, "delta"), "tool_calls"))
            .Where(static calls => calls.ValueKind == JsonValueKind.Array)
            .SelectMany(static calls => calls.EnumerateArray().ToArray())
            .GroupBy(static call => Member(call, "index").GetRawText())
            .Select(static call => (
                call.Select(static part => Text(part, "id")).First(static text => text.Length > 0),
                call.Select(static part => Text(Member(part, "function"), "name")).First(static text => text.Length > 0),
                string.Concat(call.Select(static part => Text(Member(part, "function"), "arguments")))))];

    public static JsonElement Member(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement parent, string name)
        => Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    private static WireEvent Next(WireEvent before, int end, string data)
    {
        if (data == "[DONE]")
        {
            return before with { End = end, Chunk = default, EndsWithUsage = false };
        }

        var chunk = JsonDocument.Parse(data).RootElement;
        var choices = Member(chunk, "choices") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [];
        var hasUsage = Member(chunk, "usage").ValueKind == JsonValueKind.Object;
        return new WireEvent(
            end,
            chunk,
            before.Text + string.Concat(choices.Select(static choice => Text(Member(choice, "delta"), "content"))),
            before.HasFinish || choices.Any(static choice => Text(choice, "finish_reason").Length > 0),
            before.HasUsage || hasUsage,
            hasUsage && !choices.Any(HasContent),
            before.HasError || Member(chunk, "error").ValueKind is JsonValueKind.Object or JsonValueKind.String);
    }

    private static bool HasContent(JsonElement choice)
    {
        var delta = Member(choice, "delta");
        return Text(delta, "content").Length > 0 || Text(delta, "reasoning").Length > 0
            || Member(delta, "tool_calls").ValueKind == JsonValueKind.Array || Member(delta, "reasoning_details") is { ValueKind: JsonValueKind.Array } details && details.GetArrayLength() > 0;
    }
}
