using System.Diagnostics;
using System.Globalization;

namespace OpenRouter.Benchmarks.Loopback;

/// <summary>The server, in a process of its own, so that its work is not counted. It ends when its standard input does.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = OwnProcess.Start("serve", "0");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var port = int.Parse(await process.StandardOutput.ReadLineAsync(limit.Token) ?? "", CultureInfo.InvariantCulture);
        return new ServerProcess(process, new Uri($"http://127.0.0.1:{port}/"));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
