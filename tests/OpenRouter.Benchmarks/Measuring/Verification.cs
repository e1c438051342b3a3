using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Contenders;

namespace OpenRouter.Benchmarks.Measuring;

/// <summary>Lets a contender read a body before it is timed, and holds it to what is in the body.</summary>
internal static class Verification
{
    // Pieces of seven bytes make millions of reads of a long body, and a short one has all its forms.
    private const int ShortChunks = 2_000;

    /// <summary>The address that handlers in memory answer for.</summary>
    public static readonly Uri AnyAddress = new("https://openrouter.ai/api/v1/");

    /// <summary>Reads a body of a kind in all three ways.</summary>
    public static async Task VerifyAsync(BodyKind kind, IContender contender)
    {
        var body = kind.Write(ShortChunks);
        foreach (var way in Enum.GetValues<ReadingWay>())
        {
            await VerifyAsync(body, way, contender);
        }
    }

    /// <summary>Reads the body in one way.</summary>
    public static async Task VerifyAsync(StreamBody body, ReadingWay way, IContender contender)
    {
        using var handler = new BodyHandler(body, way);
        await VerifyAsync(body, handler, AnyAddress, contender, way.ToString());
    }

    /// <summary>Reads the body that a handler gives.</summary>
    public static async Task VerifyAsync(StreamBody body, HttpMessageHandler handler, Uri address, IContender contender, string way)
    {
        var tally = new Tally(body.EveryField, verifies: true);
        await contender.ReadAsync(handler, address, tally);
        var expected = contender.Expected(body);
        var result = body.EveryField ? tally.Result : tally.Result with { Fields = expected.Fields };
        if (result != expected)
        {
            throw new InvalidOperationException($"{contender.Name} read {tally.Result} instead of {expected} from {body.Chunks} chunks of the body {body.Name}, {way}.");
        }
    }
}
