using System.Diagnostics;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>A block as a program in a process and a folder of its own, both of which are gone afterwards.</summary>
internal sealed class ReadmeProgram : IDisposable
{
    private const string Settings = """
        {
          "runtimeOptions": {
            "tfm": "net10.0",
            "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" },
            "configProperties": { "System.Globalization.Invariant": true }
          }
        }
        """;

    private readonly DirectoryInfo _folder;

    public ReadmeProgram(ReadmeBlock block, CancellationToken cancellationToken)
    {
        // Compiled before there is a folder, which a block that does not compile would leave behind.
        using var assembly = new MemoryStream();
        var result = ReadmeCompiler.Compile(block, cancellationToken).Emit(assembly, cancellationToken: cancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        _folder = Directory.CreateTempSubdirectory("openrouter-readme-");
        File.WriteAllBytes(PathOf("Readme.dll"), assembly.ToArray());
        File.WriteAllText(PathOf("Readme.runtimeconfig.json"), Settings);
        foreach (var library in Directory.GetFiles(AppContext.BaseDirectory, "OpenRouter.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "Polly.Core.dll")))
        {
            File.Copy(library, PathOf(Path.GetFileName(library)));
        }
    }

    /// <summary>Runs the program against the emulator, with the variables that the page names.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> RunAsync(EmulatorServer server, OpenRouterEmulator emulator, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Host, ["exec", PathOf("Readme.dll")])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPENROUTER_API_KEY"] = emulator.Key;
        start.Environment["OPENROUTER_BASE_URL"] = server.BaseUrl;
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            return output.ReplaceLineEndings("\n");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
