using System.Globalization;
using System.Runtime;
using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;
using OpenRouter.Benchmarks.Measuring;

namespace OpenRouter.Benchmarks.Start;

/// <summary>What a fresh process does: it reads a short stream with one contender, and prints when the first content came and what was compiled for it.</summary>
internal static class FirstChunk
{
    private const int Chunks = 20;

    public static async Task<int> RunAsync(string contender)
    {
        // Written by hand, so that nothing which a contender needs is compiled before it runs.
        var bytes = new byte[Chunks * Event.Length];
        for (var i = 0; i < Chunks; i++)
        {
            Event.CopyTo(bytes.AsSpan(i * Event.Length));
        }

        using var handler = new BodyHandler(new StreamBody("start", [.. bytes, .. End], Chunks, EveryField: false, default), ReadingWay.Whole);
        var tally = new Tally();
        await AllContenders.OfStreams[int.Parse(contender, CultureInfo.InvariantCulture)].ReadAsync(handler, Verification.AnyAddress, tally);
        var (methods, compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.FirstContent} {methods} {compiling.Ticks}"));
        return 0;
    }

    private static ReadOnlySpan<byte> Event => "data: {\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\",\"provider\":\"Anthropic\",\"model\":\"anthropic/claude-4.5-haiku-20251001\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\" word\"},\"finish_reason\":null,\"native_finish_reason\":null,\"logprobs\":null}]}\n\n"u8;

    private static ReadOnlySpan<byte> End => "data: {\"id\":\"gen-1790000000-AbCdEfGhIjKlMnOpQrSt\",\"provider\":\"Anthropic\",\"model\":\"anthropic/claude-4.5-haiku-20251001\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":\"stop\",\"native_finish_reason\":\"end_turn\",\"logprobs\":null}]}\n\ndata: [DONE]\n\n"u8;
}
