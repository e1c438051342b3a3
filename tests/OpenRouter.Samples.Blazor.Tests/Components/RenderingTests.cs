using Bunit;
using OpenRouter.Samples.Blazor.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Components;

/// <summary>How often the page renders, whatever the model does.</summary>
public sealed class RenderingTests
{
    private const int MostASecond = 20;

    [Fact]
    public async Task Answer_OfAThousandTokensASecond_RendersAtMostTwentyTimesASecond()
    {
        await using var context = new ChatContext();
        var pieces = Enumerable.Range(0, 1500).Select(static number => FormattableString.Invariant($"{number} ")).ToArray();
        context.Emulator.Next(Reply.Pieces(pieces).WithPace(TimeSpan.FromMilliseconds(1)));
        var page = context.Open();
        await page.AskAsync("Count.");
        var renders = new List<DateTimeOffset>();
        var count = page.RenderCount;
        page.OnMarkupUpdated += (_, _) =>
        {
            var now = page.RenderCount;
            renders.AddRange(Enumerable.Repeat(context.Time.GetUtcNow(), now - count));
            count = now;
        };

        await context.AdvanceUntilAsync(page.IsIdle, TimeSpan.FromMilliseconds(1));

        Assert.Equal(string.Concat(pieces).TrimEnd(), page.LastAnswer().TrimEnd());
        Assert.InRange(renders.Count, 10, 1500 / 2);
        Assert.All(renders, first => Assert.InRange(renders.Count(time => time >= first && time < first + TimeSpan.FromSeconds(1)), 1, MostASecond));
    }

    [Fact]
    public async Task Answer_ThatIsSlow_IsShownPieceByPiece()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Pieces("One", " two", " three").WithPace(TimeSpan.FromSeconds(1)));
        var page = context.Open();
        await page.AskAsync("Count.");

        await context.AdvanceUntilAsync(() => page.LastAnswer() == "One");
        await context.AdvanceUntilAsync(() => page.LastAnswer() == "One two");
        await context.AdvanceUntilAsync(page.IsIdle);

        Assert.Equal("One two three", page.LastAnswer());
    }
}
