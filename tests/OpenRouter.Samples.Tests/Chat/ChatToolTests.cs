using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat and the functions that a model calls.</summary>
public sealed class ChatToolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Call_IsRunAndItsResultSentUnderItsId()
    {
        using var server = LoopbackServer.Start(
            [
                static peer => peer.AnswerStreamAsync(LoopbackPeer.Call("call_1", "roll_dice", """{"count":3,"sides":2}"""), "tool_calls"),
                static peer => peer.AnswerStreamAsync(LoopbackPeer.Chunk("Rolled.")),
            ],
            Token);

        var result = await RunAsync(server);

        Assert.Equal((0, "Rolled."), (result.ExitCode, result.Output.TrimEnd()));
        Assert.Matches("""^\[roll_dice \{"count":3,"sides":2\} -> [12] [12] [12]\]$""", result.ErrorLines[0]);
        var messages = ChatRequest.Messages(server.Request);
        Assert.Equal(["user: Hello", "assistant: call_1 roll_dice"], messages.Take(2));
        Assert.Matches("^tool call_1: [12] [12] [12]$", Assert.Single(messages.Skip(2)));
        Assert.Equal(2, ChatRequest.Body(server.Request).GetProperty("tools").GetArrayLength());
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("roll_dice", """{"count":1000000}""", "count goes from 1 to 100, sides from 2 to 100.")]
    [InlineData("roll_dice", """{"count":"two"}""", "count goes from 1 to 100, sides from 2 to 100.")]
    [InlineData("roll_dice", "[1]", "The arguments are not an object.")]
    [InlineData("current_time", """{"zone":"Nowhere/City"}""", "There is no time zone Nowhere/City.")]
    [InlineData("remove_files", "{}", "There is no function remove_files.")]
    public async Task Call_ThatIsWrong_IsToldToTheModel(string name, string arguments, string told)
    {
        using var server = LoopbackServer.Start(
            [
                peer => peer.AnswerStreamAsync(LoopbackPeer.Call("call_1", name, arguments), "tool_calls"),
                static peer => peer.AnswerStreamAsync(LoopbackPeer.Chunk("I see.")),
            ],
            Token);

        var result = await RunAsync(server);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"tool call_1: {told}", ChatRequest.Messages(server.Request)[^1]);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Calls_WithoutEnd_AreStopped()
    {
        using var server = LoopbackServer.Start(
            [.. Enumerable.Repeat<Func<LoopbackPeer, Task>>(static peer => peer.AnswerStreamAsync(LoopbackPeer.Call("call_1", "current_time", "{}"), "tool_calls"), 6)], Token);

        var result = await RunAsync(server);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal("The model has called functions 6 times in a row and is stopped here.", result.ErrorLines[^1]);
    }

    private static async Task<ProgramResult> RunAsync(LoopbackServer server)
    {
        using var program = RunningProgram.Chat(["--base-url", server.BaseUrl, "--tools", "Hello"], Token, RunningProgram.Key);
        var result = await program.EndAsync();
        await server.Served;
        return result;
    }
}
