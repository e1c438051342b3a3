using System.Diagnostics;
using System.Reflection;
using System.Text;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>The program in a process of its own. It is killed when the test is over.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly string Assembly = typeof(WorkerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "WorkerAssembly").Value!;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private WorkerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

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

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The claims of this process, in SQL.</summary>
    public string Claims => $"SELECT count(*) FROM attempts WHERE worker LIKE '%:{Id}:%'";

    /// <summary>Starts a worker that is answered by a service of the test, or, without one, by its own emulator.</summary>
    public static WorkerProcess Start(string database, TestService? service, params string[] settings)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        List<string> arguments = [Assembly, "--urls=http://127.0.0.1:0", $"--Worker:Database={database}", .. settings.Select(setting => $"--Worker:{setting}")];
        arguments.Add(service is null ? "--emulate" : $"--OpenRouter:BaseAddress={service.BaseAddress}");
        var start = new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var emulator = new OpenRouterEmulator();
        start.Environment["OPENROUTER_API_KEY"] = emulator.Key;
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        // Many start at once on few cores.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Sends a signal by its name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the process as a crash does: nothing of it runs any more.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits until the process has written something.</summary>
    public async Task SeeAsync(string text, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(!HasExited && clock.Elapsed < TimeSpan.FromSeconds(60), $"\"{text}\" was not written: {Output}");
            await Task.Delay(50, cancellationToken);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
