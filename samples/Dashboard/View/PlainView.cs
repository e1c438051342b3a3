using Dashboard.Measuring;
using Dashboard.Text;

namespace Dashboard.View;

/// <summary>
/// The answer where nothing can be drawn: a file, a pipe, a log, a terminal that knows no commands. The text goes to standard output as it comes, and
/// lines about it to standard error.
/// </summary>
/// <param name="board">Where the answer comes from.</param>
/// <param name="output">Gets the text and nothing else.</param>
/// <param name="notes">Gets everything else.</param>
/// <param name="isShared">Whether both are one terminal: then a line of figures in mid-text would tear it.</param>
/// <param name="time">The clock of the lines of figures.</param>
internal sealed class PlainView(AnswerBoard board, TextWriter output, TextWriter notes, bool isShared, TimeProvider time) : IAnswerView
{
    private static readonly TimeSpan LineTime = TimeSpan.FromSeconds(2);
    private char _last = '\n';

    public async Task ShowAsync(Task reading)
    {
        using var timer = new PeriodicTimer(LineTime, time);
        using var ending = new CancellationTokenSource();
        var tick = timer.WaitForNextTickAsync(ending.Token).AsTask();
        var news = board.WaitAsync(ending.Token);
        while (await Task.WhenAny(reading, tick, news) is var first && first != reading)
        {
            var figures = WriteNew();
            if (first == news)
            {
                news = board.WaitAsync(ending.Token);
            }
            else
            {
                tick = timer.WaitForNextTickAsync(ending.Token).AsTask();
                if (!isShared || _last == '\n')
                {
                    notes.WriteLine(FigureText.Line(figures));
                }
            }
        }

        await ending.CancelAsync();
        await Task.WhenAll(tick, news).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        End(WriteNew());
    }

    private Figures WriteNew()
    {
        var glance = board.Take();
        if (glance.Text.Length > 0)
        {
            output.Write(WithoutCommands(glance.Text));
            output.Flush();
            _last = glance.Text[^1];
        }

        return glance.Figures;
    }

    private void End(Figures figures)
    {
        // The next line of whatever reads the output begins at its beginning.
        if (_last != '\n')
        {
            output.WriteLine();
        }

        notes.WriteLine(FigureText.Line(figures));
        if (figures.Remark is { } remark)
        {
            notes.WriteLine(remark);
        }
    }

    /// <summary>The text as it is, but what is a pipe today is read at a terminal tomorrow.</summary>
    private static string WithoutCommands(string text)
        => text.AsSpan().ContainsAnyInRange('\0', '\x1F') || text.AsSpan().ContainsAnyInRange('\x7F', '\x9F')
            ? string.Create(text.Length, text, static (safe, text) =>
            {
                for (var index = 0; index < text.Length; index++)
                {
                    safe[index] = SafeText.IsCommand(text[index]) ? SafeText.SignOf(text[index]) : text[index];
                }
            })
            : text;
}
