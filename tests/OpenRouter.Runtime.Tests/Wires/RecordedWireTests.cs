using System.Text.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Accumulation;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Wires;

/// <summary>Recorded streams, collected and compared with a plain reading of the same events.</summary>
public sealed class RecordedWireTests
{
    private static readonly string[] Folders = ["openrouter-real", "responses-real", "messages-real", "reframed", "synthetic"];

    /// <summary>Files that somebody shortened by leaving deltas out.</summary>
    private static readonly string[] Abridged = ["reframed/oai-responses-phase-2.sse", "reframed/oai-responses-shell-container.sse", "synthetic/responses-05-incomplete.sse"];

    public static TheoryData<string> Responses => Names("*responses*.sse");

    public static TheoryData<string> WholeResponses => [.. Responses.Select(static row => row.Data).Where(static file => !Abridged.Contains(file))];

    public static TheoryData<string> Messages => Names("*anth-*.sse", "messages-*.sse");

    [Theory]
    [MemberData(nameof(WholeResponses))]
    public void Responses_InDeltas_SayWhatTheirLastEventSays(string file)
    {
        var events = Read(file);
        var partial = Events.Answer([.. events.TakeWhile(static item => !IsEnd(item))]);
        var whole = Events.Answer(events);

        Assert.Equal(Deltas(events, "response.output_text.delta"), partial.Text);
        Assert.Equal(partial.Text, whole.Text);
        Assert.Equal(partial.Reasoning, whole.Reasoning);
        Assert.Equal(partial.ToolCalls.Select(static call => (call.Id, call.Name, call.Arguments)), whole.ToolCalls.Select(static call => (call.Id, call.Name, call.Arguments)));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Responses_AreCollectedAsTheyEnd(string file)
    {
        var events = Read(file);
        var read = Events.Read(events);
        var answer = read.Snapshot(AnswerOutcome.Completed);
        using var last = JsonDocument.Parse(events.LastOrDefault(IsEnd) ?? """{"response":{}}""");
        var response = last.RootElement.GetProperty("response");

        Assert.Equal(events.Any(IsEnd), read.IsFinished);
        Assert.Equal(read.IsFinished, answer.FinishReason is not (null or "error"));
        Assert.Equal(Number(response, "usage", "output_tokens"), answer.Usage?.CompletionTokens);
        Assert.NotNull(answer.GenerationId);
        Assert.All(answer.ToolCalls, static call => Assert.True(call.IsComplete));
        if (response.TryGetProperty("output", out var output) && output.GetArrayLength() > 0)
        {
            Assert.Equal(string.Concat(output.EnumerateArray().SelectMany(static item => Parts(item, "output_text"))), answer.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Messages_AreCollectedAsTheyCame(string file)
    {
        var events = Read(file);
        var read = Events.Read(events);
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal(events.Any(static item => item.Contains("\"message_stop\"", StringComparison.Ordinal)), read.IsFinished);
        Assert.Equal(Inner(events, "text"), answer.Text);
        Assert.Equal(Inner(events, "thinking"), answer.Reasoning);
        Assert.Equal(events.Count(static item => item.Contains("\"content_block_start\"", StringComparison.Ordinal) && item.Contains("\"type\":\"tool_use\"", StringComparison.Ordinal)), answer.ToolCalls.Count);
        Assert.All(answer.ToolCalls, static call => Assert.True(call.IsComplete && call.Name.Length > 0));
        Assert.All(answer.ReasoningDetails, static detail => Assert.Contains("thinking", detail.GetProperty("type").GetString(), StringComparison.Ordinal));
        Assert.NotNull(answer.GenerationId);
        Assert.NotNull(answer.Usage?.PromptTokens);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    [MemberData(nameof(Messages))]
    public void Stream_CutAfterAnyEvent_NeverHasLessThanBefore(string file)
    {
        var length = 0;
        var answer = new OpenRouter.Runtime.Streaming.Wires.EventAnswer(Told.Ample);
        var events = Read(file);
        for (var i = 0; i < events.Length; i += 1 + (events.Length / 40))
        {
            foreach (var item in events.AsSpan(i..Math.Min(events.Length, i + 1 + (events.Length / 40))))
            {
                answer.Read(System.Text.Encoding.UTF8.GetBytes(item));
            }

            var snapshot = answer.Snapshot(AnswerOutcome.InProgress);
            Assert.True(snapshot.Text.Length >= length);
            Assert.All(snapshot.ToolCalls, static call => Assert.False(call.IsComplete));
            length = snapshot.Text.Length;
        }
    }

    private static bool IsEnd(string item)
        => item.Contains("\"response.completed\"", StringComparison.Ordinal) || item.Contains("\"response.incomplete\"", StringComparison.Ordinal);

    private static long? Number(JsonElement parent, string holder, string member)
        => parent.TryGetProperty(holder, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner.GetProperty(member).GetInt64() : null;

    private static IEnumerable<string?> Parts(JsonElement item, string type)
        => item.GetProperty("type").ValueEquals("message")
            ? item.GetProperty("content").EnumerateArray().Where(part => part.GetProperty("type").ValueEquals(type)).Select(static part => part.GetProperty("text").GetString())
            : [];

    private static string[] Read(string file) => Events.Of(SharedStreams.Read(file));

    private static string Deltas(string[] events, string type)
        => string.Concat(events.Select(static item => JsonDocument.Parse(item).RootElement)
            .Where(item => item.TryGetProperty("type", out var name) && name.ValueEquals(type))
            .OrderBy(static item => item.GetProperty("output_index").GetInt64())
            .Select(static item => item.GetProperty("delta").GetString()));

    private static string Inner(string[] events, string member)
        => string.Concat(events.Select(static item => JsonDocument.Parse(item).RootElement)
            .Where(static item => item.TryGetProperty("type", out var name) && name.ValueEquals("content_block_delta"))
            .Select(item => item.GetProperty("delta").TryGetProperty(member, out var text) ? text.GetString() : ""));

    private static TheoryData<string> Names(params string[] patterns)
    {
        var names = new TheoryData<string>();
        if (Root() is not { } root)
        {
            names.Add("none");
            return names;
        }

        foreach (var folder in Folders)
        {
            foreach (var file in patterns.SelectMany(pattern => Directory.GetFiles(Path.Combine(root, folder), pattern)).Order(StringComparer.Ordinal))
            {
                names.Add($"{folder}/{Path.GetFileName(file)}");
            }
        }

        return names;
    }

    /// <summary>The folder of the recordings; a machine that has none runs one case, which skips.</summary>
    private static string? Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "streams") is var candidate && Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
