using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Tests.Sse;
using OpenRouter.Runtime.Tests.Sse.Vectors;

namespace OpenRouter.Native.Sections;

/// <summary>Bytes beyond ASCII, right or wrong, in every place of a body and in every split.</summary>
internal static class Utf8Section
{
    public static void Run(Section section)
    {
        foreach (var vector in Utf8Vector.All)
        {
            foreach (var (body, expected) in Utf8Bodies.All(vector))
            {
                section.Run($"{vector.Name} in {Convert.ToHexString(body)}", () => Split(body, expected));
            }
        }

        foreach (var (hex, expected) in ByteOrderMarkVectors.All)
        {
            section.Run($"byte order mark of {hex}", () => Split(Convert.FromHexString(hex), expected));
        }
    }

    private static int Split(byte[] body, string[] expected)
        => VectorSplits.Run(body, pieces => Assert.Equal(expected, SseRun.Parse(SseRun.NoLimits, pieces)));
}
