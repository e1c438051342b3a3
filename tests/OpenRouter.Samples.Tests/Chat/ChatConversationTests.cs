using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat as a conversation at a terminal, with a server on this machine that hears what is sent.</summary>
public sealed class ChatConversationTests
{
    private const string Signed = """
        "reasoning":"Hm.","reasoning_details":[{"type":"reasoning.text","text":"Hm.","signature":"c2ln","format":"anthropic-claude-v1","index":0}]
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Question_AfterAnother_IsSentWithWhatWasSaid()
    {
        using var server = LoopbackServer.Start([Says("Paris."), Says("Two million.")], Token);
        await using var terminal = await OpenAsync(server);

        await AskAsync(terminal, "Capital of France?", "Paris.");
        await AskAsync(terminal, "Its inhabitants?", "Two million.");
        await server.Served;

        var messages = ChatRequest.Messages(server.Request);
        Assert.Equal(["user: Capital of France?", "assistant: Paris.", "user: Its inhabitants?"], messages);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Model_Changed_IsAskedFromThenOnWithoutTheOtherOnesReasoning()
    {
        using var server = LoopbackServer.Start([Says("One.", Signed), Says("Two.", Signed), Says("Three.")], Token);
        await using var terminal = await OpenAsync(server);

        await AskAsync(terminal, "First?", "One.");
        await AskAsync(terminal, "Second?", "Two.");
        await terminal.EnterAsync("/model @preset/other");
        await terminal.SeeAsync("The model is @preset/other.");
        await AskAsync(terminal, "Third?", "Three.");
        await server.Served;

        Assert.Contains("c2ln", server.Requests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("c2ln", server.Requests[2], StringComparison.Ordinal);
        Assert.Equal(["openrouter/auto", "openrouter/auto", "@preset/other"], server.Requests.Select(ChatRequest.Model));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Answer_Failed_IsNotKeptAndCanBeAskedForAgain()
    {
        using var server = LoopbackServer.Start(
            [
                static peer => peer.CutStreamAsync(LoopbackPeer.Chunk("Half")),
                Says("Whole."),
            ],
            Token);
        await using var terminal = await OpenAsync(server);

        await AskAsync(terminal, "Hello?", "The answer is not complete:");
        await AskAsync(terminal, "/retry", "Whole.");
        await server.Served;

        Assert.Equal(["user: Hello?"], ChatRequest.Messages(server.Request));
        Assert.Contains("> Hello?\nWhole.\n[stop | ", await terminal.EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task CtrlC_WhileAnAnswerComes_EndsTheAnswerAndNotTheConversation()
    {
        using var server = LoopbackServer.Start(
            [
                static peer => peer.StreamUntilClosedAsync(LoopbackPeer.Chunk("A long tale")),
                Says("As you wish."),
            ],
            Token);
        await using var terminal = await OpenAsync(server);

        await terminal.EnterAsync("Tell me a tale.");
        await terminal.SeeAsync("\nA long tale");
        await terminal.PressAsync("C-c");
        await terminal.SeeAsync("Stopped. 11 characters had arrived");
        await AskAsync(terminal, "Shorter.", "As you wish.");
        await server.Served;

        Assert.Equal(["user: Tell me a tale.", "assistant: A long tale", "user: Shorter."], ChatRequest.Messages(server.Request));
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("C-c", 130)]
    [InlineData("C-d", 0)]
    public async Task Key_AtThePrompt_EndsTheConversation(string key, int code)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        await using var terminal = await Terminal.OpenAsync(BuildFacts.ChatAssembly, [], Token);

        await terminal.SeeAsync("\n>");
        await terminal.PressAsync(key);

        Assert.Equal(code, await terminal.EndAsync());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Text_ThatATerminalWouldObey_IsShownAndNotObeyed()
    {
        using var server = LoopbackServer.Start(Says(@"one\u001b[2J\u001b]0;owned\u0007 two\rthree \u009b31m\u202efour"), Token);
        await using var terminal = await OpenAsync(server);

        await AskAsync(terminal, "Hello?", "[stop | ");

        var shown = await terminal.EverythingAsync();
        Assert.Contains("one\u241b[2J\u241b]0;owned\u2407 twothree \ufffd31m\ufffdfour", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("owned", await terminal.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Question_OfSeveralLines_IsSentAsOne()
    {
        using var server = LoopbackServer.Start(Says("Yes."), Token);
        await using var terminal = await OpenAsync(server);

        await terminal.EnterAsync("Is this\\");
        await AskAsync(terminal, "one question?", "Yes.");
        await server.Served;

        Assert.Equal(["user: Is this\none question?"], ChatRequest.Messages(server.Request));
    }

    private static Func<LoopbackPeer, Task> Says(string text, string? before = null)
        => peer => peer.AnswerStreamAsync((before is null ? "" : LoopbackPeer.Delta(before)) + LoopbackPeer.Chunk(text));

    private static async Task<Terminal> OpenAsync(LoopbackServer server)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var terminal = await Terminal.OpenAsync(
            BuildFacts.ChatAssembly, ["--base-url", server.BaseUrl], Token, columns: 160, environment: new Dictionary<string, string> { ["OPENROUTER_API_KEY"] = RunningProgram.Key });
        await terminal.SeeAsync("\n>");
        return terminal;
    }

    private static async Task AskAsync(Terminal terminal, string question, string answer)
    {
        await terminal.EnterAsync(question);
        await terminal.SeeAsync(answer);
        await terminal.SeeAsync(static shown => shown.EndsWith("\n>", StringComparison.Ordinal), "the next prompt");
    }
}
