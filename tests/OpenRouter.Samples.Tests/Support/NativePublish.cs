using System.Runtime.InteropServices;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>A program that was published natively, without a warning, into a folder of its own: what is open in an editor or under test stays as it is.</summary>
internal sealed class NativePublish : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openrouter-native-");

    private NativePublish()
    {
    }

    /// <summary>Where everything is that was published.</summary>
    public string Folder => Path.Combine(_folder.FullName, "out");

    /// <summary>The program, which is all there is.</summary>
    public string Program => Assert.Single(Directory.GetFiles(Folder));

    /// <summary>Publishes a project; skips the test, and says why, where that cannot be done.</summary>
    /// <param name="project">Its folder in the repository.</param>
    /// <param name="framework">The property of the project that chooses the framework, and its value.</param>
    /// <param name="cancellationToken">Stops publishing.</param>
    public static async Task<NativePublish> OfAsync(string project, string framework, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The native program is made for linux-x64.");
        Assert.SkipUnless(Tool.Exists("clang") || Tool.Exists("gcc"), "A native program needs clang (or gcc) to be linked.");
        var publish = new NativePublish();
        try
        {
            var published = await publish.RunAsync(project, framework, cancellationToken);
            Assert.SkipWhen(published.ExitCode != 0 && published.Output.Contains("error NU1", StringComparison.Ordinal), "The packs for a native program cannot be restored here.");
            Assert.True(published.ExitCode == 0, published.Output + published.Error);
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
            return publish;
        }
        catch
        {
            publish.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<ProgramResult> RunAsync(string project, string framework, CancellationToken cancellationToken)
    {
        using var publish = RunningProgram.Start(
            RunningProgram.Host,
            [
                "publish", project, "-c", "Release", "-r", "linux-x64", "-p:" + framework,
                "--artifacts-path", Path.Combine(_folder.FullName, "build"), "-o", Path.Combine(_folder.FullName, "out"), "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ],
            cancellationToken);
        return await publish.EndAsync();
    }
}
