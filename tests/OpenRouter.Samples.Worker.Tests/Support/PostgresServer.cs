using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(OpenRouter.Samples.Worker.Tests.Support.PostgresServer))]

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>
/// A PostgreSQL of these tests alone: in a folder of its own, on a socket in that folder, gone when the tests are over. It starts when the first test wants it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"wpg{Guid.NewGuid():N}"[..16]);
    private Process? _server;
    private int _schemas;

    private string Admin => $"Host={_folder};Username=admin;Database=postgres;Timeout=15";

    /// <summary>Makes an empty schema and gives the connection string of a role that may use nothing else. Skips the test where PostgreSQL is not installed.</summary>
    public async Task<string> NewSchemaAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        var name = $"w{Interlocked.Increment(ref _schemas)}";
        await using var source = NpgsqlDataSource.Create(Admin);
        await using var command = source.CreateCommand($"CREATE ROLE {name} LOGIN; CREATE SCHEMA {name} AUTHORIZATION {name};");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return $"Host={_folder};Username={name};Database=postgres;Search Path={name};Timeout=30;Maximum Pool Size=20";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            // Its data is deleted next, so it need not be written. Killed outright it would leave shared memory behind.
            using (var stop = Process.Start("kill", ["-QUIT", $"{_server.Id}"]))
            {
                await stop.WaitForExitAsync();
            }

            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        NpgsqlConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        _gate.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var binaries = FindBinaries();
        Assert.SkipWhen(binaries is null, "PostgreSQL is not installed (initdb and postgres were not found).");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "PostgreSQL is started on Linux only.");
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_server is null)
            {
                Directory.CreateDirectory(_folder);
                await PrepareAsync(binaries, cancellationToken);
                // Nothing here must survive a loss of power.
                _server = Process.Start(Unprivileged(
                    Path.Combine(binaries, "postgres"),
                    ["-D", Path.Combine(_folder, "data"), "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=250", "-c", "logging_collector=off", "-c", "log_min_messages=panic"]))!;
                await WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task PrepareAsync(string binaries, CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            using var own = Process.Start("chown", ["postgres", _folder]);
            await own.WaitForExitAsync(cancellationToken);
        }

        var start = Unprivileged(
            Path.Combine(binaries, "initdb"), ["-D", Path.Combine(_folder, "data"), "-U", "admin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var initialize = Process.Start(start)!;
        var error = initialize.StandardError.ReadToEndAsync(cancellationToken);
        await initialize.StandardOutput.ReadToEndAsync(cancellationToken);
        await initialize.WaitForExitAsync(cancellationToken);
        Assert.True(initialize.ExitCode == 0, $"initdb failed: {await error}");
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(Admin);
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < Patience && !_server!.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    /// <summary>PostgreSQL refuses to run as root. setpriv becomes what it starts, so that the process is the server itself.</summary>
    private ProcessStartInfo Unprivileged(string program, string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = _folder;
        return start;
    }

    private static string? FindBinaries()
    {
        const string Installed = "/usr/lib/postgresql";
        var versions = Directory.Exists(Installed) ? Directory.GetDirectories(Installed).OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin")) : [];
        return versions
            .Concat(Tool.Folders)
            .FirstOrDefault(folder => Tool.IsThere(Path.Combine(folder, "initdb")) && Tool.IsThere(Path.Combine(folder, "postgres")));
    }
}
