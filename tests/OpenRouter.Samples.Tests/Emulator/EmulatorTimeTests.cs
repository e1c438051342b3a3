using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>Delays on a clock that the test moves.</summary>
public sealed class EmulatorTimeTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pace_BetweenChunks_IsMeasuredOnTheClock()
    {
        var time = new ManualTime();
        using var emulator = new OpenRouterEmulator { TimeProvider = time, Pace = Pace };
        emulator.Next(Reply.Pieces("One", " two"));
        var stream = emulator.Stream();
        await using var texts = stream.TextAsync(Token).GetAsyncEnumerator(Token);

        Assert.True(await texts.MoveNextAsync());
        var second = texts.MoveNextAsync().AsTask();
        Assert.Equal(Pace, await time.SeeWaitAsync(Token));
        Assert.False(second.IsCompleted);
        time.Advance(Pace);

        Assert.True(await second);
        Assert.Equal(" two", texts.Current);
        Assert.Equal(TimeSpan.Zero, stream.Answer.TimeToFirstToken);
        Assert.Equal(Pace, stream.Answer.Elapsed);
    }

    [Fact]
    public async Task Delay_BeforeTheHeaders_CountsForTheFirstToken()
    {
        var time = new ManualTime();
        using var emulator = new OpenRouterEmulator { TimeProvider = time };
        emulator.Next(Reply.Pieces("One").WithDelay(Pace));

        var answer = emulator.Stream().CollectAsync(Token);
        Assert.Equal(Pace, await time.SeeWaitAsync(Token));
        time.Advance(Pace);

        Assert.Equal(Pace, (await answer).TimeToFirstToken);
    }
}
