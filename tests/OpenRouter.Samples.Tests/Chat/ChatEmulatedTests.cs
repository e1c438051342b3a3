using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat without a key: the emulator answers.</summary>
public sealed class ChatEmulatedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_WithoutKey_WritesTheAnswerAloneToOutput()
    {
        using var program = RunningProgram.Chat(["Tell me a short story"], Token);

        var result = await program.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(await StoryAsync(), result.Output.TrimEnd('\r', '\n'));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_WithoutKey_SaysWhoAnswersAndEndsWithTheStatus()
    {
        using var program = RunningProgram.Chat(["Tell", "me", "a", "short", "story"], Token);

        var result = await program.EndAsync();

        Assert.Equal(2, result.ErrorLines.Count);
        Assert.Equal("OPENROUTER_API_KEY is not set: the emulator in this program answers.", result.ErrorLines[0]);
        Assert.Matches(@"^\[stop \| 5 tokens in, \d+ out \| \$0\.\d+ \| Emulator \| first token after \d+\.\d\d s \| \d+\.\d tokens/s\]$", result.ErrorLines[1]);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_PromptOnStandardInput_IsAnswered()
    {
        using var program = RunningProgram.Chat(["--model", "emulator/storyteller"], Token, input: "Tell me a story\nthat is short.\n");

        var result = await program.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("| 7 tokens in,", result.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Help_NamesEveryOption()
    {
        using var program = RunningProgram.Chat(["--help"], Token);

        var result = await program.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.All(["--model", "--system", "--base-url", "--help", "OPENROUTER_API_KEY"], text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
    }

    internal static async Task<string> StoryAsync()
    {
        using var emulator = new OpenRouterEmulator();
        using var client = emulator.CreateClient();
        return (await client.Chat.CreateStreamingChatCompletion("emulator/storyteller").AddUserMessage("A story").StreamAsync(Token).CollectAsync(Token)).Text;
    }
}
