using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat called wrongly: one line, exit code 2, and never the key.</summary>
public sealed class ChatUsageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("--temperature is not an option.", "--temperature", "1", "Hello")]
    [InlineData("--model needs a value.", "Hello", "--model")]
    [InlineData("--base-url needs a whole address", "--base-url", "localhost", "Hello")]
    [InlineData("--base-url needs a key. Set OPENROUTER_API_KEY.", "--base-url", "http://127.0.0.1:9/", "Hello")]
    [InlineData("--max-tokens needs a number of at least 1.", "--max-tokens", "0", "Hello")]
    [InlineData("tons is no level of reasoning", "--reasoning=tons", "Hello")]
    [InlineData("There is no prompt")]
    public async Task Run_CalledWrongly_SaysSoInOneLine(string complaint, params string[] arguments)
    {
        using var program = RunningProgram.Chat(arguments, Token);

        var result = await program.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith(complaint, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_PlainHttpToAnotherMachine_IsRefused()
    {
        using var program = RunningProgram.Chat(["--base-url", "http://example.com/api/v1", "Hello"], Token, key: "sk-test");

        var result = await program.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("must be https", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_KeyThatIsNone_IsRefusedWithoutShowingIt()
    {
        using var program = RunningProgram.Chat(["Hello"], Token, key: "sk-secret with-a-blank");

        var result = await program.EndAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("The API key holds", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }
}
