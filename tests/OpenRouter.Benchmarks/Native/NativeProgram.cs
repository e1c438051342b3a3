using System.Diagnostics;

namespace OpenRouter.Benchmarks.Native;

/// <summary>A published program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its one file.</param>
/// <param name="Bytes">The size of the file.</param>
/// <param name="Warnings">How many warnings the publishing gave.</param>
internal sealed record NativeProgram(string Name, string Path, long Bytes, int Warnings)
{
    /// <summary>A program that was published before, of whose warnings nothing is known; null when there is none.</summary>
    public static NativeProgram? Find(string name, string folder)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder, name, name));
        return file.Exists ? new NativeProgram(name, file.FullName, file.Length, 0) : null;
    }

    /// <summary>Publishes a program of tests/OpenRouter.NativeSize, all output in a folder of its own.</summary>
    public static async Task<NativeProgram> PublishAsync(string repository, string name, string folder)
    {
        var target = System.IO.Path.Combine(folder, name);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "publish", $"tests/OpenRouter.NativeSize/{name}", "-c", "Release", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
                "--artifacts-path", System.IO.Path.Combine(folder, "build"), "-o", target,
            },
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{name} could not be published:\n{output}");
        }

        var path = System.IO.Path.Combine(target, name);
        return new NativeProgram(name, path, new FileInfo(path).Length, output.Split('\n').Where(static line => line.Contains("warning ", StringComparison.Ordinal)).Distinct().Count());
    }
}
