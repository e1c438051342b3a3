using System.Text.Json;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat with --json, as another program reads it.</summary>
public sealed class ChatJsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Json_Answered_EndsWithTheWholeAnswer()
    {
        using var server = LoopbackServer.Start(
            static peer => peer.AnswerStreamAsync(LoopbackPeer.Delta("\"reasoning\":\"Hm.\"") + LoopbackPeer.Chunk("One") + LoopbackPeer.Chunk(@"\ud83d") + LoopbackPeer.Chunk(@"\ude00.\n")), Token);

        var (result, lines) = await RunAsync(server, "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["reasoning Hm.", "text One", "text \U0001f600.\n"], lines.SkipLast(1).Select(static line => $"{Text(line, "type")} {Text(line, "text")}"));
        Assert.Equal("done", Text(lines[^1], "type"));
        Assert.Equal("One\U0001f600.\n", Text(lines[^1], "text"));
        Assert.Equal("stop", Text(lines[^1], "finish_reason"));
        Assert.Equal(LoopbackPeer.GenerationId, Text(lines[^1], "generation_id"));
        Assert.Equal((1234, 0.00123m), (lines[^1].GetProperty("prompt_tokens").GetInt32(), lines[^1].GetProperty("cost_dollars").GetDecimal()));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Json_CutConnection_EndsWithAnErrorThatHoldsWhatArrived()
    {
        using var server = LoopbackServer.Start(static peer => peer.CutStreamAsync(LoopbackPeer.Chunk("Half")), Token);

        var (result, lines) = await RunAsync(server, "--json");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(["text", "error"], lines.Select(static line => Text(line, "type")));
        Assert.StartsWith("The answer is not complete", Text(lines[^1], "message"), StringComparison.Ordinal);
        Assert.Equal("Half", Text(lines[^1], "text"));
        Assert.True(lines[^1].GetProperty("transient").GetBoolean());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Json_RateLimit_TellsTheWait()
    {
        using var server = LoopbackServer.Start(
            static peer => peer.AnswerAsync("429 Too Many Requests", """{"error":{"code":429,"message":"Slow down"}}""", headers: "Retry-After: 17\r\n"), Token);

        var (_, lines) = await RunAsync(server, "--json");

        var error = Assert.Single(lines);
        Assert.Equal((429, 17), (error.GetProperty("status").GetInt32(), error.GetProperty("retry_after_seconds").GetInt32()));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Json_Calls_AreLinesOfTheirOwn()
    {
        using var server = LoopbackServer.Start(
            [
                static peer => peer.AnswerStreamAsync(LoopbackPeer.Call("call_1", "roll_dice", """{"count":1,"sides":2}"""), "tool_calls"),
                static peer => peer.AnswerStreamAsync(LoopbackPeer.Chunk("Rolled.")),
            ],
            Token);

        var (_, lines) = await RunAsync(server, "--json", "--tools");

        Assert.Equal(["tool", "text", "done"], lines.Select(static line => Text(line, "type")));
        Assert.Equal(("call_1", "roll_dice", """{"count":1,"sides":2}"""), (Text(lines[0], "id"), Text(lines[0], "name"), Text(lines[0], "arguments")));
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static async Task<(ProgramResult Result, IReadOnlyList<JsonElement> Lines)> RunAsync(LoopbackServer server, params string[] options)
    {
        using var program = RunningProgram.Chat(["--base-url", server.BaseUrl, .. options, "Hello"], Token, RunningProgram.Key);
        var result = await program.EndAsync();
        await server.Served;
        return (result, [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))]);
    }
}
