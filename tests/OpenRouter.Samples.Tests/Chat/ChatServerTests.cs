using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat against a server on this machine: what it sends, shows, and says when things go wrong.</summary>
public sealed class ChatServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Answered_ShowsThePiecesAsTheyArrive()
    {
        var isShown = new TaskCompletionSource();
        using var server = LoopbackServer.Start(
            async peer =>
            {
                await peer.BeginStreamAsync();
                await peer.StreamAsync(": OPENROUTER PROCESSING\n\n" + LoopbackPeer.Chunk("First, "));
                await isShown.Task.WaitAsync(Token);
                await peer.StreamAsync(LoopbackPeer.Chunk("then.") + LoopbackPeer.End());
                await peer.EndStreamAsync();
            },
            Token);
        using var program = RunningProgram.Chat(["--base-url", server.BaseUrl, "Hello"], Token, RunningProgram.Key);

        await program.SeeAsync("First, ");
        isShown.SetResult();
        var result = await program.EndAsync();

        Assert.Equal((0, "First, then."), (result.ExitCode, result.Output.TrimEnd()));
        Assert.StartsWith("[stop | 1234 tokens in, 56 out | $0.00123 | Loopback | first token after ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Options_AreSent()
    {
        using var server = LoopbackServer.Start(Whole, Token);
        using var program = RunningProgram.Chat(["--base-url", server.BaseUrl, "--model=a/b", "--system", "Be brief.", "--reasoning=high", "--max-tokens", "77", "Hello", "there"], Token, RunningProgram.Key);

        await program.EndAsync();
        await server.Served;

        Assert.StartsWith("POST /api/v1/chat/completions HTTP/1.1\r\n", server.Request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {RunningProgram.Key}\r\n", server.Request, StringComparison.Ordinal);
        Assert.Contains("""{"role":"system","content":"Be brief."}""", Ordered(server.Request), StringComparison.Ordinal);
        Assert.Contains("""{"role":"user","content":"Hello there"}""", Ordered(server.Request), StringComparison.Ordinal);
        Assert.Contains("\"model\":\"a/b\"", server.Request, StringComparison.Ordinal);
        Assert.Contains("\"stream\":true", server.Request, StringComparison.Ordinal);
        Assert.Equal("high", ChatRequest.Body(server.Request).GetProperty("reasoning").GetProperty("effort").GetString());
        Assert.Equal(77, ChatRequest.Body(server.Request).GetProperty("max_tokens").GetInt32());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_LimitReached_SaysThatTheAnswerIsCutOff()
    {
        using var server = LoopbackServer.Start(static peer => peer.AnswerStreamAsync(LoopbackPeer.Chunk("Once upon"), "length"), Token);

        var result = await RunAsync(server);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("[length | ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("The answer is cut off: it reached the limit of tokens.", result.ErrorLines[1]);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Reasoning_StandsApartFromTheAnswer()
    {
        using var server = LoopbackServer.Start(
            static peer => peer.AnswerStreamAsync(LoopbackPeer.Delta("\"reasoning\":\"Let me\"") + LoopbackPeer.Delta("\"reasoning\":\" see.\"") + LoopbackPeer.Chunk("Four.")), Token);

        var result = await RunAsync(server);

        Assert.Equal("Four.", result.Output.TrimEnd());
        Assert.Equal("Thinking: Let me see.", result.ErrorLines[0]);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_KeyRefused_SaysSo()
    {
        using var server = LoopbackServer.Start(peer => peer.AnswerAsync("401 Unauthorized", """{"error":{"code":401,"message":"User not found."}}"""), Token);

        var result = await RunAsync(server);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("The API key was refused (401: User not found.).", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain(RunningProgram.Key, result.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_RateLimit_TellsTheWait()
    {
        using var server = LoopbackServer.Start(
            peer => peer.AnswerAsync("429 Too Many Requests", """{"error":{"code":429,"message":"Slow down"}}""", headers: "Retry-After: 17\r\n"), Token);

        var result = await RunAsync(server);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Wait 17 seconds", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_NobodyListens_SaysThatTheServiceIsNotReached()
    {
        using var program = RunningProgram.Chat(["--base-url", LoopbackServer.DeadUrl(), "Hello"], Token, RunningProgram.Key);

        var result = await program.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("The service could not be reached", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_ConnectionLostInTheMiddle_KeepsWhatArrivedAndSaysHowMuch()
    {
        using var server = LoopbackServer.Start(static peer => peer.CutStreamAsync(LoopbackPeer.Chunk("Half an") + LoopbackPeer.Chunk(" answer")), Token);

        var result = await RunAsync(server);

        Assert.Equal((1, "Half an answer"), (result.ExitCode, result.Output.TrimEnd()));
        var line = Assert.Single(result.ErrorLines);
        Assert.StartsWith("The answer is not complete:", line, StringComparison.Ordinal);
        Assert.EndsWith($"14 characters had arrived (generation {LoopbackPeer.GenerationId}).", line, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_ErrorInTheStream_SaysWhatTheServiceSaid()
    {
        using var server = LoopbackServer.Start(
            async peer =>
            {
                await peer.BeginStreamAsync();
                await peer.StreamAsync(LoopbackPeer.Chunk("Half") + "data: {\"error\":{\"code\":502,\"message\":\"The upstream\\nburned down\"}}\n\n");
                await peer.EndStreamAsync();
            },
            Token);

        var result = await RunAsync(server);

        Assert.Equal((1, "Half"), (result.ExitCode, result.Output.TrimEnd()));
        Assert.StartsWith("The provider failed (502: The upstream", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static Task Whole(LoopbackPeer peer) => peer.AnswerStreamAsync(LoopbackPeer.Chunk("Hi."));

    private static async Task<ProgramResult> RunAsync(LoopbackServer server)
    {
        using var program = RunningProgram.Chat(["--base-url", server.BaseUrl, "Hello"], Token, RunningProgram.Key);
        var result = await program.EndAsync();
        await server.Served;
        return result;
    }

    /// <summary>The order of the members of a message is the generator's business.</summary>
    private static string Ordered(string request)
        => System.Text.RegularExpressions.Regex.Replace(request, """\{("content":"[^"]*"),("role":"[^"]*")\}""", "{$2,$1}");
}
