using OpenRouter.Benchmarks.Contenders.Expert;
using OpenRouter.Benchmarks.Contenders.Floors;
using OpenRouter.Benchmarks.Contenders.OpenAI;
using OpenRouter.Benchmarks.Contenders.Ours;

namespace OpenRouter.Benchmarks.Contenders;

/// <summary>Who takes part.</summary>
internal static class AllContenders
{
    /// <summary>Who reads streams, in the order of the table. The first is what the others are compared with.</summary>
    public static IReadOnlyList<IContender> OfStreams =>
    [
        new ExpertContender(),
        new LineFeedFloor(),
        new ContentFloor(),
        new OurChunks(),
        new OurChunksAndAnswer(),
        new OurValues(),
        new OurUtf8(),
        new OpenAIContender(),
    ];
}
