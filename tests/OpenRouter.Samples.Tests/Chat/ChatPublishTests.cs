using System.Runtime.InteropServices;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>The publish command of samples/Chat/README.md: a native program without a warning.</summary>
public sealed class ChatPublishTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 1_200_000)]
    [Trait("Category", "Aot")]
    public async Task Publish_Native_HasNoWarningAndAnswers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The native program is made for linux-x64.");
        Assert.SkipUnless(Tool.Exists("clang") || Tool.Exists("gcc"), "A native program needs clang (or gcc) to be linked.");
        var folder = Directory.CreateTempSubdirectory("openrouter-chat-");
        try
        {
            var published = await PublishAsync(folder.FullName);
            Assert.SkipWhen(published.ExitCode != 0 && published.Output.Contains("error NU1", StringComparison.Ordinal), "The packs for a native program cannot be restored here.");
            Assert.True(published.ExitCode == 0, published.Output + published.Error);
            Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("Chat", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "out")))));

            // 7.70 MB when this was written. One decompressor that is reached by accident is a megabyte, LINQ over structs tenths of one.
            Assert.InRange(new FileInfo(Path.Combine(folder.FullName, "out", "Chat")).Length, 0, 8_000_000);

            using var program = RunningProgram.Start(Path.Combine(folder.FullName, "out", "Chat"), ["Tell me a short story"], Token);
            var result = await program.EndAsync();

            Assert.Equal((0, await ChatEmulatedTests.StoryAsync()), (result.ExitCode, result.Output.TrimEnd()));
            Assert.StartsWith("[stop | ", result.ErrorLines[1], StringComparison.Ordinal);
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
                "publish", "samples/Chat", "-c", "Release", "-r", "linux-x64", "-p:ChatFramework=net9.0",
                "--artifacts-path", Path.Combine(folder, "build"), "-o", Path.Combine(folder, "out"), "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            ],
            Token);
        return await publish.EndAsync();
    }
}
