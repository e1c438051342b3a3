using System.Diagnostics;
using System.Text;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>A program that runs with redirected input and output. It is killed when the test is over.</summary>
internal sealed class RunningProgram : IDisposable
{
    /// <summary>How many milliseconds a test may take that runs a program: a ceiling for programs that hang, not a wait.</summary>
    public const int Patience = 120_000;

    /// <summary>A key that a server on this machine takes.</summary>
    public const string Key = "sk-or-v1-0123456789abcdef";

    private const string KeyVariable = "OPENROUTER_API_KEY";
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;
    private readonly CancellationToken _token;

    private RunningProgram(Process process, CancellationToken token)
    {
        _process = process;
        _token = token;
        _error = process.StandardError.ReadToEndAsync(token);
    }

    public int Id => _process.Id;

    public static RunningProgram Start(string file, IEnumerable<string> arguments, CancellationToken token, string? key = null, string input = "", string? folder = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? BuildFacts.RepositoryRoot,
        };
        start.Environment.Remove(KeyVariable);
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        if (key is not null)
        {
            start.Environment[KeyVariable] = key;
        }

        var program = new RunningProgram(Process.Start(start)!, token);
        program._process.StandardInput.Write(input);
        program._process.StandardInput.Close();
        return program;
    }

    /// <summary>Starts samples/Chat as it was built for these tests.</summary>
    public static RunningProgram Chat(IEnumerable<string> arguments, CancellationToken token, string? key = null, string input = "")
        => Start(Host, [BuildFacts.ChatAssembly, .. arguments], token, key, input);

    /// <summary>Starts a sample so that it hears Ctrl+C, also where the tests run in the background: shells let such programs ignore it.</summary>
    public static RunningProgram StartThatCanBeStopped(string assembly, IEnumerable<string> arguments, CancellationToken token, string key)
        => OperatingSystem.IsLinux()
            ? Start("env", ["--default-signal=INT", Host, assembly, .. arguments], token, key)
            : Start(Host, [assembly, .. arguments], token, key);

    /// <summary>The command that runs .NET programs.</summary>
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Waits until the program has written a text.</summary>
    public async Task SeeAsync(string text)
    {
        var buffer = new char[256];
        while (!_output.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await _process.StandardOutput.ReadAsync(buffer, _token);
            if (count == 0)
            {
                Assert.Fail($"The output ended without \"{text}\": {_output}{await _error}");
            }

            _output.Append(buffer, 0, count);
        }
    }

    /// <summary>Waits for the end of the program.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        _output.Append(await _process.StandardOutput.ReadToEndAsync(_token));
        var error = await _error;
        await _process.WaitForExitAsync(_token);
        return new ProgramResult(_process.ExitCode, _output.ToString(), error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
