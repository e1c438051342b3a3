using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Every recorded stream of /responses arrives whole, typed and with its last event.</summary>
public sealed class RecordedResponseTests
{
    private const string Folder = "openrouter-real";
    private const int SmallBytes = 8 * 1024;

    public static TheoryData<string> Files => SharedFiles.Names("streams/" + Folder, "or-responses-*.sse");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_Whole_GivesEveryEventOfAKnownKind(string file)
    {
        using var handler = Open(file);
        var wire = WireReference.Of(handler.Body.Span);

        var (events, outcome, failure) = await ReadAsync(handler);

        Assert.Null(failure);
        Assert.Equal(AnswerOutcome.Completed, outcome);
        Assert.All(events, static item => Assert.True(item.Unknown is null, item.Unknown?.GetRawText()));
        Assert.Equal(wire.Chunks.Select(Type), events.Select(static item => Type(JsonModel.ToElement(item))));
        Assert.Equal(
            string.Concat(wire.Chunks.Where(static chunk => Type(chunk) == "response.output_text.delta").Select(static chunk => chunk.GetProperty("delta").GetString())),
            string.Concat(events.Select(static item => item.TryGetTextDeltaEvent(out var delta) ? delta.Delta : "")));
        Assert.True(events[^1].TryGetResponseCompletedEvent(out var completed));
        Assert.Equal(wire.Chunks.Last().GetProperty("response").GetProperty("id").GetString(), completed.Response.Id);
        Assert.Equal(wire.Chunks.Last().GetProperty("response").GetProperty("usage").GetProperty("total_tokens").GetInt64(), completed.Response.Usage?.TotalTokens);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_InPieces_GivesTheSameEvents(string file)
    {
        using var handler = Open(file);
        var whole = await PrintAsync(handler);

        handler.SliceBytes = 1;
        Assert.Equal(whole, await PrintAsync(handler));

        handler.SliceBytes = int.MaxValue;
        for (var place = 1; handler.Body.Length <= SmallBytes && place < handler.Body.Length; place++)
        {
            handler.SplitAt = place;
            Assert.True(whole == await PrintAsync(handler), $"{file} split at {place}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Recording_WithoutItsLastEvent_IsInterrupted(string file)
    {
        using var handler = Open(file);
        var wire = WireReference.Of(handler.Body.Span);
        handler.Body = handler.Body[..(wire.Events[^3].End + 2)];

        var (_, outcome, failure) = await ReadAsync(handler);

        Assert.Equal(AnswerOutcome.Interrupted, outcome);
        Assert.IsType<StreamInterruptedException>(failure);
    }

    /// <summary>Reads to the end, twice: by the shapes of events and each event whole, which must come to the same.</summary>
    internal static async Task<(List<ResponseStreamEvent> Events, AnswerOutcome Outcome, OpenRouterException? Failure)> ReadAsync(PlayedBody handler)
    {
        var (events, outcome, failure) = await ReadAsync(handler.Client);
        var whole = await ReadAsync(handler.PlainClient);

        Assert.Equal((whole.Outcome, whole.Failure?.Message), (outcome, failure?.Message));
        Assert.Equal(whole.Events.ConvertAll(static item => JsonModel.ToJson(item)), events.ConvertAll(static item => JsonModel.ToJson(item)));
        return (events, outcome, failure);
    }

    private static async Task<(List<ResponseStreamEvent> Events, AnswerOutcome Outcome, OpenRouterException? Failure)> ReadAsync(OpenRouterClient client)
    {
        var events = new List<ResponseStreamEvent>();
        var stream = client.Responses.CreateStreamingResponse("acme/model-1").WithInput("Hi").StreamAsync();
        try
        {
            await foreach (var item in stream)
            {
                events.Add(item);
            }

            return (events, stream.Outcome, null);
        }
        catch (OpenRouterException failure)
        {
            return (events, stream.Outcome, failure);
        }
    }

    private static PlayedBody Open(string file) => new(File.ReadAllBytes(SharedFiles.Require($"streams/{Folder}/{file}")));

    private static async Task<string> PrintAsync(PlayedBody handler)
    {
        var (events, outcome, failure) = await ReadAsync(handler);
        var text = new StringBuilder().Append(outcome).Append(failure?.Message).Append('\n');
        foreach (var item in events)
        {
            text.Append(JsonModel.ToJson(item)).Append('\n');
        }

        return text.ToString();
    }

    private static string Type(JsonElement item) => item.GetProperty("type").GetString()!;
}
