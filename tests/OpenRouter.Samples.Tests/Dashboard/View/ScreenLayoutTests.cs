using Dashboard.Measuring;
using Dashboard.Text;
using Dashboard.View;

namespace OpenRouter.Samples.Tests.Dashboard.View;

/// <summary>Screens for windows of every size.</summary>
public sealed class ScreenLayoutTests
{
    private const string Answer = "The quick brown 漢字漢字 jumps\n\n    over 👨‍👩‍👧 the lazy dog e\u0301.\n\nsupercalifragilisticexpialidocious, and on it goes for a while.";

    private static readonly Figures Midway = new()
    {
        AskedModel = "openai/gpt-5-mini",
        Model = "openai/gpt-5-mini-2025-08-07",
        Provider = "OpenAI",
        GenerationId = "gen-1700000000-abcdefghijklmnop",
        State = AnswerState.Answering,
        Elapsed = TimeSpan.FromSeconds(12.3),
        FirstToken = TimeSpan.FromSeconds(1.2),
        Tokens = 1234,
    };

    [Fact]
    public void Screen_OfEverySize_FillsTheWindowAndNoMore()
    {
        Figures[] figures =
        [
            new() { AskedModel = "a/b" }, Midway, Midway with { MaxTokens = 2000 }, Midway with { State = AnswerState.Thinking, KeepAliveAge = TimeSpan.FromSeconds(3) },
            Midway with { State = AnswerState.CutOff, IsEstimate = false, FinishReason = "length", Cost = 0.0123m, MaxTokens = 1234 },
        ];
        foreach (var (answer, reasoning) in ((string, string)[])[("", ""), (Answer, ""), ("", Answer), (Answer, Answer)])
        {
            var layout = new ScreenLayout();
            layout.Add(new Glance(answer, reasoning, Midway));
            for (var columns = 1; columns <= 100; columns++)
            {
                for (var rows = 1; rows <= 40; rows++)
                {
                    var screen = layout.Compose(figures[(columns + rows) % figures.Length], columns, rows);
                    Assert.True(rows == screen.Count, $"{columns}x{rows}: {screen.Count} rows");
                    Assert.All(screen, row => Fits(row.Fit(columns), columns));
                }
            }
        }
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(20, 5)]
    [InlineData(40, 12)]
    [InlineData(3, 3)]
    public void Screen_OfAnAnswerThatIsHigher_ShowsItsNewestLines(int columns, int rows)
    {
        var layout = new ScreenLayout();
        for (var line = 0; line < 1000; line++)
        {
            layout.Add(new Glance($"\n{line}", "", Midway));
        }

        var screen = Shown(layout.Compose(Midway, columns, rows), columns);

        Assert.Contains("999", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_OfALongAnswer_CostsWhatTheWindowCosts()
    {
        var layout = new ScreenLayout();
        layout.Compose(Midway, 80, 24);
        layout.Add(new Glance(string.Concat(Enumerable.Repeat("many words in a line that is long ", 30_000)), "", Midway));
        layout.Compose(Midway, 80, 24);

        var before = GC.GetAllocatedBytesForCurrentThread();
        layout.Compose(Midway, 80, 24);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // A million characters are two megabytes; a screen has 1,920 cells.
        Assert.InRange(bytes, 1, 100_000);
    }

    [Fact]
    public void Screen_WithoutALimit_ShowsNoPercentage()
    {
        var layout = new ScreenLayout();

        Assert.DoesNotContain("%", Shown(layout.Compose(Midway, 80, 24), 80), StringComparison.Ordinal);
        Assert.Contains("no limit was set, so no percentage", Shown(layout.Compose(Midway, 80, 24), 80), StringComparison.Ordinal);
        Assert.Contains("≈ 62 % of the limit of 2,000 tokens", Shown(layout.Compose(Midway with { MaxTokens = 2000 }, 80, 24), 80), StringComparison.Ordinal);
    }

    [Fact]
    public void Screen_WhileTheServiceIsSilent_SaysThatItIsThere()
    {
        var waiting = new Figures { AskedModel = "a/b", KeepAliveAge = TimeSpan.FromSeconds(2), Elapsed = TimeSpan.FromSeconds(9) };

        var screen = Shown(new ScreenLayout().Compose(waiting, 80, 24), 80);

        Assert.Contains("waiting", screen, StringComparison.Ordinal);
        Assert.Contains("the service is still there: keep-alive 2.0 s ago", screen, StringComparison.Ordinal);
        Assert.Contains("no token yet", screen, StringComparison.Ordinal);
    }

    private static void Fits(Row row, int columns)
    {
        var width = row.Left.Sum(static segment => CellWidth.Of(segment.Text));
        Assert.Equal(width, row.Width);
        // Only a wide character in a window of one column cannot be helped; it is cut to a sign.
        Assert.True(width + row.RightWidth <= columns, $"{width}+{row.RightWidth} > {columns}: {string.Concat(row.Left.Select(static segment => segment.Text))}");
    }

    private static string Shown(IReadOnlyList<Row> rows, int columns)
        => string.Join('\n', rows.Select(row => row.Fit(columns)).Select(static row => string.Concat(row.Left.Append(row.Right).Select(static segment => segment?.Text))));
}
