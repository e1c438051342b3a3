using Dashboard.Measuring;
using Spectre.Console;

namespace Dashboard.View;

/// <summary>Decides how the answer is shown: drawn where there is a terminal that can be drawn on, as plain text everywhere else.</summary>
internal static class ViewChoice
{
    public static IAnswerView Make(AnswerBoard board, Action stop)
    {
        // Where output goes to a file, the console has no cursor and no size: asking for them throws.
        if (Console.IsOutputRedirected)
        {
            return new PlainView(board, Console.Out, Console.Error, isShared: false, TimeProvider.System);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = WantsNoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        return console.Profile.Capabilities.Ansi
            ? new LiveView(console, board, stop, TimeProvider.System)
            : new PlainView(board, Console.Out, Console.Error, isShared: !Console.IsErrorRedirected, TimeProvider.System);
    }

    private static bool WantsNoColor => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
}
