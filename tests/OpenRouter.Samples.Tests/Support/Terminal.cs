using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>A program at a terminal of tmux: keys are sent to it and its screen is read, as a person would. It is killed when the test is over.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    public const string Missing = "A terminal that tests can read needs tmux.";

    /// <summary>The window keeps its size and its last screen, and shows nothing but the program.</summary>
    private const string Settings =
        """
        set-option -g remain-on-exit on
        set-option -g remain-on-exit-format ""
        set-option -g status off
        set-option -g escape-time 0
        set-option -g history-limit 20000
        set-option -g default-terminal screen-256color
        """;

    /// <summary>
    /// Runs the program and gives the window its exit code as a title: once tmux knows that, it has shown all that the program wrote. The shell stays,
    /// so that the window is as the program left it.
    /// </summary>
    private const string Shell = """trap : INT; "$@"; printf '\033]2;ended %s\007' "$?"; exec sleep 600""";

    private const string Ended = "ended ";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("terminal-").FullName;
    private readonly CancellationToken _token;

    private Terminal(CancellationToken token) => _token = token;

    public static bool CanOpen => OperatingSystem.IsLinux() && Tool.Exists("tmux");

    /// <summary>Starts a program of .NET in a window of so many columns and rows.</summary>
    public static Task<Terminal> OpenAsync(
        string assembly, IEnumerable<string> arguments, CancellationToken token, int columns = 80, int rows = 24, IReadOnlyDictionary<string, string>? environment = null)
        => OpenCommandAsync([RunningProgram.Host, assembly, .. arguments], token, columns, rows, environment);

    /// <summary>Starts any program in a window of so many columns and rows.</summary>
    public static async Task<Terminal> OpenCommandAsync(
        IEnumerable<string> command, CancellationToken token, int columns = 80, int rows = 24, IReadOnlyDictionary<string, string>? environment = null)
    {
        var terminal = new Terminal(token);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(terminal._folder, "settings"), Settings, token);
            await terminal.RunAsync(
                ["new-session", "-d", "-x", Text(columns), "-y", Text(rows), "-c", BuildFacts.RepositoryRoot, "--", "sh", "-c", Shell, "sh", "env", .. Variables(environment), .. command]);
            return terminal;
        }
        catch
        {
            await terminal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a text, each character as a key.</summary>
    public Task TypeAsync(string text) => RunAsync(["send-keys", "-l", "--", text]);

    /// <summary>Presses a key by its name, such as Enter, Up or C-c.</summary>
    public Task PressAsync(string key) => RunAsync(["send-keys", key]);

    /// <summary>Types a text and presses Enter.</summary>
    public async Task EnterAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Enter");
    }

    public Task ResizeAsync(int columns, int rows) => RunAsync(["resize-window", "-x", Text(columns), "-y", Text(rows)]);

    /// <summary>Lets the terminal take nothing in, as one behind a dead connection: who writes to it waits.</summary>
    public async Task StallAsync() => StalledTerminal.Stall(await FactAsync("#{pane_tty}"));

    /// <summary>Lets a terminal that was stalled go on.</summary>
    public async Task GoOnAsync() => StalledTerminal.GoOn(await FactAsync("#{pane_tty}"));

    /// <summary>What the window shows now, a line for each row, without spaces at their ends.</summary>
    public Task<string> ScreenAsync() => RunAsync(["capture-pane", "-p"]);

    /// <summary>The same with the commands that colour it.</summary>
    public Task<string> StyledScreenAsync() => RunAsync(["capture-pane", "-p", "-e"]);

    /// <summary>What tmux knows about the window, such as <c>#{cursor_x}</c>.</summary>
    public Task<string> FactAsync(string format) => RunAsync(["display-message", "-p", format]);

    /// <summary>The process of the program, which is the only child of the shell of the window.</summary>
    public async Task<int> ProgramIdAsync()
    {
        var shell = await FactAsync("#{pane_pid}");
        var children = await File.ReadAllTextAsync($"/proc/{shell}/task/{shell}/children", _token);
        return int.Parse(children.Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>What the window shows and what has scrolled out of it, where rows that the terminal broke are joined again.</summary>
    public async Task<string> EverythingAsync()
        => string.Join('\n', (await RunAsync(["capture-pane", "-p", "-J", "-S", "-"])).Split('\n').Select(static row => row.TrimEnd())).TrimEnd();

    /// <summary>The title that the program has given to its terminal.</summary>
    public Task<string> TitleAsync() => FactAsync("#{pane_title}");

    /// <summary>Waits until the window, or what has scrolled out of it, shows a text, and returns all.</summary>
    public Task<string> SeeAsync(string text) => SeeAsync(shown => shown.Contains(text, StringComparison.Ordinal), $"\"{text}\"");

    /// <summary>Waits until what is shown meets a condition, and returns it.</summary>
    public Task<string> SeeAsync(Func<string, bool> isThere, string what) => LookAsync(EverythingAsync, isThere, what);

    /// <summary>Waits until the window itself meets a condition at two looks in succession, since the first may have come in the middle of a frame, and returns it.</summary>
    public Task<string> SeeScreenAsync(Func<string, bool> isThere, string what)
    {
        var wasThere = false;
        return LookAsync(
            ScreenAsync,
            screen =>
            {
                var isThereAgain = wasThere;
                wasThere = isThere(screen);
                return isThereAgain && wasThere;
            },
            what);
    }

    /// <summary>Waits until the program is gone, also where its terminal takes nothing in and so cannot tell how it ended.</summary>
    public Task SeeGoneAsync(int program) => LookAsync(ScreenAsync, _ => !Directory.Exists(Path.Combine("/proc", Text(program))), "that it is gone");

    /// <summary>Waits for the end of the program, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        var title = "";
        await LookAsync(EverythingAsync, async _ => (title = await TitleAsync()).StartsWith(Ended, StringComparison.Ordinal), "its end");
        return int.Parse(title[Ended.Length..], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await StartAsync(["kill-server"], CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> LookAsync(Func<Task<string>> look, Func<string, bool> isThere, string what)
        => LookAsync(look, shown => Task.FromResult(isThere(shown)), what);

    private async Task<string> LookAsync(Func<Task<string>> look, Func<string, Task<bool>> isThere, string what)
    {
        var shown = "";
        try
        {
            using var looks = new PeriodicTimer(BetweenLooks);
            while (!await isThere(shown = await look()))
            {
                await looks.WaitForNextTickAsync(_token);
            }

            return shown;
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The program never showed {what}. Its screen:\n{shown}");
            throw;
        }
    }

    private async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        var result = await StartAsync(arguments, _token);
        return result.ExitCode == 0 ? result.Output.TrimEnd('\n') : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {result.Error}");
    }

    private async Task<ProgramResult> StartAsync(IEnumerable<string> arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo("tmux", ["-u", "-S", Path.Combine(_folder, "socket"), "-f", Path.Combine(_folder, "settings"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("TMUX");
        start.Environment.Remove("OPENROUTER_API_KEY");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return new ProgramResult(process.ExitCode, output, await error);
    }

    /// <summary>Set for the program alone, since tmux has a TERM of its own.</summary>
    private static IEnumerable<string> Variables(IReadOnlyDictionary<string, string>? environment)
        => (environment ?? new Dictionary<string, string>()).Select(static variable => $"{variable.Key}={variable.Value}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
