using System.Text;
using OpenRouter.Native.Bodies;
using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Accumulation;
using OpenRouter.Runtime.Tests.Accumulation.Vectors;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>What deltas become: tool calls, reasoning, images and sound, told to an accumulator and through whole streams.</summary>
internal static class AccumulationSection
{
    public static async Task RunAsync(Section section)
    {
        foreach (var (fragments, expected) in ToolVectors.All)
        {
            section.Check($"{fragments}, told", () => Assert.Equal(expected, ToolFragments.Print(ToolFragments.Build(fragments), expected)));
        }

        foreach (var pieces in SoundVectors.Cut)
        {
            section.Check($"sound {string.Join('|', pieces)}, told", () => Assert.True(Sound(pieces).IsSoundCut));
        }

        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        foreach (var (fragments, expected) in ToolVectors.All)
        {
            await StreamAsync(section, kind, fragments, ToolFragments.Split(fragments).Select(ToolDelta.Of), answer => Assert.Equal(expected, ToolFragments.Print(answer.ToolCalls, expected)));
        }

        foreach (var entry in ReasoningDetailVectors.Whole)
        {
            await DetailsAsync(section, kind, [entry], [entry]);
        }

        foreach (var (expected, first, second) in ReasoningDetailVectors.Joined)
        {
            await DetailsAsync(section, kind, [first, second], [expected]);
        }

        foreach (var (first, second) in ReasoningDetailVectors.Apart)
        {
            // Details are kept as they came: one that fits no type says so when it is asked for, and breaks no stream.
            await DetailsAsync(section, kind, [first, second], [first, second]);
        }

        foreach (var (expected, deltas) in (IEnumerable<(string, string[])>)[.. ReasoningTextVectors.Shown, .. ReasoningTextVectors.Repeated])
        {
            await StreamAsync(section, kind, string.Join(' ', deltas), deltas, answer => Assert.Equal(expected, answer.Reasoning));
        }

        foreach (var (expected, images) in ImageVectors.All)
        {
            await (kind.Refuses(images[0])
                ? RefusedAsync(section, kind, images[0], Image(images[0]))
                : StreamAsync(section, kind, string.Join(' ', images), images.Select(Image), answer => Assert.Equal(expected, string.Join(',', answer.Images.Select(static image => image.GetProperty("n").GetString())))));
        }

        foreach (var (expected, pieces) in (IEnumerable<(string, string[])>)[.. SoundVectors.Decoded, .. SoundVectors.Unpadded])
        {
            await StreamAsync(section, kind, string.Join('|', pieces), pieces.Select(Audio), answer => Assert.Equal(expected, Encoding.ASCII.GetString(answer.Audio!.Data.Span)));
        }

        foreach (var pieces in SoundVectors.Damaged)
        {
            await RefusedAsync(section, kind, string.Join('|', pieces), [.. pieces.Select(Audio)]);
        }
    }

    private static Task DetailsAsync<TChunk>(Section section, ChatKind<TChunk> kind, string[] entries, string[] expected)
        where TChunk : class, IChatChunk<TChunk>
        => StreamAsync(section, kind, string.Join(' ', entries), entries.Select(Details), answer => Assert.Equal(expected, Told.Raw(answer.ReasoningDetails)));

    private static Task StreamAsync<TChunk>(Section section, ChatKind<TChunk> kind, string what, IEnumerable<string> deltas, Action<ChatAnswer> check)
        where TChunk : class, IChatChunk<TChunk>
        => section.RunAsync($"{what}, {kind.Name}", async () =>
        {
            var reading = await ReadAsync(kind, deltas);
            Assert.Equal("", reading.Failure?.Message ?? "");
            check(reading.Answer);
        });

    private static Task RefusedAsync<TChunk>(Section section, ChatKind<TChunk> kind, string what, params string[] deltas)
        where TChunk : class, IChatChunk<TChunk>
        => section.RunAsync($"{what}, refused, {kind.Name}", async () => Assert.Equal(AnswerOutcome.Failed, (await ReadAsync(kind, deltas)).Thrown));

    private static Task<Reading> ReadAsync<TChunk>(ChatKind<TChunk> kind, IEnumerable<string> deltas)
        where TChunk : class, IChatChunk<TChunk>
        => Reading.CollectAsync(kind.OpenBody(string.Concat(deltas.Select(static delta => Wire.Choice(delta))) + Wire.Finish() + Wire.Done));

    private static string Details(string entry) => $$"""{"reasoning_details":[{{entry}}]}""";

    private static string Image(string image) => $$"""{"images":[{{image}}]}""";

    private static string Audio(string piece) => $$$"""{"audio":{"data":{{{JsonText.Of(piece)}}}}}""";

    private static ChatAccumulator Sound(string[] pieces)
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        Array.ForEach(pieces, piece => accumulator.Audio(0, null, piece, null));
        return accumulator;
    }
}
