using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>samples/Blazor in a process of its own, on a free port of this machine. It is killed when the test is over.</summary>
internal sealed partial class RunningChat : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningChat(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => See(line.Data);
        _process.ErrorDataReceived += (_, line) => See(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The address of the page.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the program; without an upstream it has no key, and its emulator answers.</summary>
    public static async Task<RunningChat> StartAsync(Uri? upstream = null, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, [ProgramFacts.Assembly, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = ProgramFacts.Folder,
        };
        start.Environment.Remove("OPENROUTER_API_KEY");
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        if (upstream is not null)
        {
            start.Environment["OPENROUTER_API_KEY"] = Upstream.Key;
            start.Environment["OpenRouter__BaseAddress"] = upstream.AbsoluteUri;
        }

        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var chat = new RunningChat(start);
        try
        {
            await chat._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return chat;
        }
        catch
        {
            chat.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(10));
        }

        _process.Dispose();
    }

    private void See(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:[0-9]+)")]
    private static partial Regex Listening();
}
