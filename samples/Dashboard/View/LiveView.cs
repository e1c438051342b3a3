using Dashboard.Measuring;
using Spectre.Console;

namespace Dashboard.View;

/// <summary>The answer at a terminal: ten frames a second on a screen of its own, and at the end everything on the normal one.</summary>
/// <param name="console">The terminal.</param>
/// <param name="board">Where the answer comes from.</param>
/// <param name="stop">What is done when the user wants to stop.</param>
/// <param name="time">Its timer draws: how often text arrives costs nothing here.</param>
internal sealed class LiveView(IAnsiConsole console, AnswerBoard board, Action stop, TimeProvider time) : IAnswerView
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(100);
    private readonly ScreenLayout _layout = new();
    private TerminalSession? _session;

    public async Task ShowAsync(Task reading)
    {
        using (_session = new TerminalSession(console))
        using (var timer = new PeriodicTimer(FrameTime, time))
        {
            do
            {
                Draw(_session);
                if (StopKeys.WerePressed())
                {
                    stop();
                }
            }
            while (await Task.WhenAny(timer.WaitForNextTickAsync().AsTask(), reading) != reading);
        }

        var last = board.Take();
        _layout.Add(last);
        EndReport.Write(console, _layout, last.Figures);
    }

    /// <summary>Gives the terminal back at once, for a program that is about to be ended.</summary>
    public void Abandon() => _session?.Abandon();

    private void Draw(TerminalSession session)
    {
        var glance = board.Take();
        _layout.Add(glance);

        // The window is asked for its size with each frame: it may have another by now.
        var (columns, rows) = (Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));
        session.Draw(new Frame(_layout.Compose(glance.Figures, columns, rows), columns));
    }
}
