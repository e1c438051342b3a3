using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Tests.Sse;

namespace OpenRouter.Native.Sections;

/// <summary>Every body of the parser's tests with every line end: whole, split at each byte, byte by byte, in pieces of chance.</summary>
internal static class SseSection
{
    public static void Run(Section section)
    {
        foreach (var vector in SseVector.All)
        {
            foreach (var lineEnd in vector.LineEnds)
            {
                section.Run($"{vector.Name} ({lineEnd})", () => VectorSplits.Run(vector, lineEnd));
            }
        }
    }
}
