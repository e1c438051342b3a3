using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>samples/Dashboard in a window that changes its size while the answer comes.</summary>
public sealed class DashboardResizeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Resize_InMidStream_LeavesAReadableScreenOfTheNewSize()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        var words = string.Join(' ', Enumerable.Range(1, 200).Select(static word => $"word{word}"));
        using var server = Streams.Held(Streams.Text(words), go.Task, Streams.Text(" and the last") + LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token, columns: 100, rows: 30);
        await terminal.SeeScreenAsync(static screen => screen.Contains("word200", StringComparison.Ordinal), "the text");
        var first = await terminal.ScreenAsync();

        foreach (var (columns, rows) in ((int, int)[])[(50, 12), (20, 5), (8, 3), (2, 2), (1, 1), (20, 5), (120, 40), (37, 11), (100, 30)])
        {
            await terminal.ResizeAsync(columns, rows);
            await terminal.SeeScreenAsync(screen => IsRight(screen, columns, rows), $"a right screen of {columns}x{rows}");
        }

        // The same size again gives the same rows, but for the figures.
        var last = await terminal.ScreenAsync();
        Assert.Equal(ScreenText.InBox(first), ScreenText.InBox(last));

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Contains(words + " and the last\n╭", await terminal.EverythingAsync(), StringComparison.Ordinal);
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Resize_WithoutEnd_WhileTextComes_NeverFails()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        await using var terminal = await Terminal.OpenAsync(BuildFacts.DashboardAssembly, ["--pace", "20", "A story"], Token, columns: 90, rows: 20);
        await terminal.SeeScreenAsync(static screen => screen.Contains("lighthouse", StringComparison.Ordinal), "the story");
        var random = new Random(20261126);
        for (var turn = 0; turn < 60; turn++)
        {
            await terminal.ResizeAsync(random.Next(1, 120), random.Next(1, 40));
        }

        await terminal.ResizeAsync(80, 24);
        Assert.Equal(0, await terminal.EndAsync());
        var shown = await terminal.EverythingAsync();
        Assert.Contains("The clock never said \"nobody\" again. It counted: one.\n╭", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", shown, StringComparison.Ordinal);
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }

    /// <summary>The newest words are there, borders are straight where there are any, and nothing of an earlier size is left.</summary>
    private static bool IsRight(string screen, int columns, int rows)
    {
        var lines = screen.Split('\n');
        var isBoxed = columns >= 36 && rows >= 10;
        var borders = lines.Where(static line => line.Length > 0 && "╭│╰".Contains(line[0], StringComparison.Ordinal)).ToList();
        var text = string.Concat(isBoxed ? ScreenText.InBox(screen) : lines);
        return lines.Length <= rows
            && (isBoxed
                ? borders.Count > 2 && borders.TrueForAll(line => line.Length == columns) && text.EndsWith("word200", StringComparison.Ordinal)
                    && lines[0].EndsWith(" answering", StringComparison.Ordinal) && lines[^1] == " q or Ctrl+C stops"
                : borders.Count == 0 && text.Contains(columns < 8 ? "0" : "word200", StringComparison.Ordinal));
    }
}
