using System.Runtime.InteropServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dashboard.View;

/// <summary>
/// The second screen of a terminal, on which a program may draw as it likes. The first one comes back with cursor and wrapping, whichever way the
/// program ends: in order, by an exception anywhere, by a signal, or when it is suspended.
/// </summary>
internal sealed class TerminalSession : IDisposable
{
    // Second screen, no cursor, no wrapping: a row that a terminal thinks too long is cut and does not push the others down.
    private const string Enter = "\e[?1049h\e[?25l\e[?7l\e[2J";
    private const string Leave = "\e[0m\e[?2026l\e[?7h\e[?25h\e[?1049l";

    /// <summary>How long a program that is being ended waits for a terminal that takes nothing in, such as one behind a dead connection.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly IAnsiConsole _console;
    private readonly List<PosixSignalRegistration> _signals = [];
    private bool _isShown;
    private bool _isOver;

    public TerminalSession(IAnsiConsole console)
    {
        _console = console;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, _ => Abandon()));
        }

        if (!OperatingSystem.IsWindows())
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, _ => Hide()));
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Show()));
        }

        Show();
    }

    /// <summary>Draws, unless the screen is not ours any more.</summary>
    public void Draw(IRenderable frame)
    {
        lock (_lock)
        {
            if (_isShown)
            {
                _console.Write(frame);
            }
        }
    }

    /// <summary>Gives the first screen back for good.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Hide();
            _isOver = true;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    /// <summary>The same for a program that is about to be ended: a terminal that takes nothing in does not keep it.</summary>
    public void Abandon() => Task.Run(Dispose).Wait(Patience);

    private void Show()
    {
        lock (_lock)
        {
            if (!_isShown && !_isOver)
            {
                _isShown = true;
                Send(Enter);
            }
        }
    }

    private void Hide()
    {
        lock (_lock)
        {
            if (_isShown)
            {
                _isShown = false;
                Send(Leave);
            }
        }
    }

    private void Send(string command)
    {
        var output = _console.Profile.Out.Writer;
        output.Write(command);
        output.Flush();
    }

    private void OnEnd(object? sender, EventArgs end) => Abandon();
}
