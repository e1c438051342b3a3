using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>A server of the samples as a process of its own. It is killed when the test is over.</summary>
internal sealed class RelayProgram : IAsyncDisposable
{
    public const string UpstreamKey = "sk-or-v1-5eec7e70ff11ce5eec7e70ff11ce";
    public const string AnnKey = "anns-key-3f1c9a7d5e";
    public const string BobKey = "bobs-key-8b2e4c6a1d";

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RelayProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ended.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>All that it has written.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>The bytes of memory that it holds.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a sample that serves ann and bob and asks an upstream.</summary>
    public static Task<RelayProgram> StartAsync(UpstreamServer upstream, CancellationToken token, params string[] settings) => StartAsync(SampleFacts.WebApi, upstream, token, settings);

    public static async Task<RelayProgram> StartAsync(string sample, UpstreamServer upstream, CancellationToken token, params string[] settings)
    {
        var program = Run(
            sample, environment: "Development", UpstreamKey,
            [.. Users(), $"--OpenRouter:BaseAddress={upstream.BaseUrl}", "--OpenRouter:Retries:MaxRetries=0", "--Relay:StreamsPerMinute=6000", "--Relay:SignInsPerMinute=1000", .. settings]);
        try
        {
            await program.StartedAsync(token);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a sample with these settings and no others.</summary>
    public static RelayProgram Run(string sample, string environment, string? key, params string[] settings)
        => Run(RunningProgram.Host, [SampleFacts.AssemblyOf(sample), .. settings], SampleFacts.FolderOf(sample), environment, key);

    /// <summary>Starts it at an address of this machine; port 0 is one that is free.</summary>
    public static RelayProgram Run(string file, IEnumerable<string> arguments, string folder, string environment, string? key, string address = "127.0.0.1:0")
    {
        var start = new ProcessStartInfo(file, [.. arguments, "--urls", $"http://{address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        start.Environment.Remove("OPENROUTER_API_KEY");
        if (key is not null)
        {
            start.Environment["OPENROUTER_API_KEY"] = key;
        }

        return new RelayProgram(start);
    }

    /// <summary>The settings of two users.</summary>
    public static string[] Users() => [$"--Relay:Users:ann={HashOf(AnnKey)}", $"--Relay:Users:bob={HashOf(BobKey)}"];

    /// <summary>Waits until it listens.</summary>
    public async Task StartedAsync(CancellationToken token)
    {
        await Task.WhenAny(_address.Task, _ended.Task).WaitAsync(token);
        Assert.True(_address.Task.IsCompleted, $"The server ended before it listened: {Log}");
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync(CancellationToken token)
    {
        await _process.WaitForExitAsync(token);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as systems do.</summary>
    public async Task TerminateAsync(CancellationToken token)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(token);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Waits until it has logged a text.</summary>
    public Task SeeLogAsync(string text, CancellationToken token) => Eventually.TrueAsync(() => Log.Contains(text, StringComparison.Ordinal), $"The log never said \"{text}\".", token);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }

        const string Sign = "Now listening on: ";
        if (line.IndexOf(Sign, StringComparison.Ordinal) is var start and >= 0)
        {
            _address.TrySetResult(new Uri(line[(start + Sign.Length)..].Trim()));
        }
    }
}
