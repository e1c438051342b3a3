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
        using var published = await NativePublish.OfAsync("samples/Chat", "ChatFramework=net9.0", Token);
        Assert.Equal("Chat", Path.GetFileName(published.Program));

        // 8.40 MB since it holds conversations, 7.70 before. One decompressor that is reached by accident is a megabyte, LINQ over structs tenths of one.
        Assert.InRange(new FileInfo(published.Program).Length, 0, 8_600_000);

        using var program = RunningProgram.Start(published.Program, ["Tell me a short story"], Token);
        var result = await program.EndAsync();

        Assert.Equal((0, await ChatEmulatedTests.StoryAsync()), (result.ExitCode, result.Output.TrimEnd()));
        Assert.StartsWith("[stop | ", result.ErrorLines[1], StringComparison.Ordinal);
    }
}
