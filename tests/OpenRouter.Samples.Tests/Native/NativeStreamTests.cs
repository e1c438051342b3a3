using System.Runtime.InteropServices;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Native;

/// <summary>The streaming tests also run inside a native binary.</summary>
public sealed class NativeStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Program_CompiledAsItRuns_FindsAllStreamsRight()
    {
        var run = await NativeRun.OfAsync(RunningProgram.Host, [BuildFacts.NativeAssembly], Token);

        run.AssertRight();
        Assert.EndsWith(", compiled as it runs", run.Code, StringComparison.Ordinal);
    }

    [Fact(Timeout = 1_200_000)]
    [Trait("Category", "Aot")]
    public async Task Publish_Native_HasNoWarningAndFindsAllStreamsRight()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The native program is made for linux-x64.");
        Assert.SkipUnless(Tool.Exists("clang") || Tool.Exists("gcc"), "A native program needs clang (or gcc) to be linked.");
        var folder = Directory.CreateTempSubdirectory("openrouter-native-");
        try
        {
            var published = await PublishAsync(folder.FullName);
            Assert.SkipWhen(published.ExitCode != 0 && published.Output.Contains("error NU1", StringComparison.Ordinal), "The packs for a native program cannot be restored here.");
            Assert.True(published.ExitCode == 0, published.Output + published.Error);
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
            var program = Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "out")));

            var run = await NativeRun.OfAsync(program, [], Token);

            run.AssertRight();
            Assert.EndsWith(", native", run.Code, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Everything is built in a folder of its own: what is open in an editor or under test stays as it is.</summary>
    private static async Task<ProgramResult> PublishAsync(string folder)
    {
        using var publish = RunningProgram.Start(
            RunningProgram.Host,
            [
                "publish", "tests/OpenRouter.Native", "-c", "Release", "-r", "linux-x64", "-p:NativeFramework=net9.0",
                "--artifacts-path", Path.Combine(folder, "build"), "-o", Path.Combine(folder, "out"), "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ],
            Token);
        return await publish.EndAsync();
    }
}
