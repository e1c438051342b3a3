using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>Answers in one piece.</summary>
public sealed class EmulatorPlainTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plain_OnTheWire_BeginsWithBlanks()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text("Hi").WithKeepAlives(2));

        using var response = await emulator.SendAsync(HttpMethod.Post, "chat/completions", """{"messages":[{"role":"user","content":"Hello"}]}""");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("\n         \n\n         \n{\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_Answer_HasEverything()
    {
        var result = await AskAsync(Reply.Text("Hi you").WithReasoning("Politely").WithToolCall("add", "{}"));

        var choice = Assert.Single(result.Choices);
        Assert.Equal("Hi you", choice.Message.Content?.Value);
        Assert.Equal("Politely", choice.Message.Reasoning);
        Assert.Equal(("add", "{}"), (choice.Message.ToolCalls![0].Function.Name, choice.Message.ToolCalls[0].Function.Arguments));
        Assert.Equal(("tool_calls", "Emulator"), (choice.FinishReason?.Value, result.Provider));
        Assert.True(result.Usage!.Cost > 0);
    }

    [Fact]
    public async Task Plain_FailureAfterTheBlanks_IsAnExceptionUnderStatus200()
    {
        var failure = await Assert.ThrowsAsync<OpenRouterException>(() => AskAsync(Reply.Story.WithStreamError(StreamErrorShape.Documented, code: 503, message: "Gone")));

        Assert.Equal(503, failure.StatusCode);
        Assert.Contains("Gone", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_CutAnywhere_NeverLooksWhole()
    {
        var reply = Reply.Text("Hi you");
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply);
        using var response = await emulator.SendAsync(HttpMethod.Post, "chat/completions", """{"model":"a/b","messages":[{"role":"user","content":"Hello"}],"stream":false}""");
        var length = (await response.Content.ReadAsByteArrayAsync(Token)).Length;

        for (var bytes = 0; bytes < length; bytes++)
        {
            await Assert.ThrowsAsync<OpenRouterException>(() => AskAsync(reply.CutAfterBytes(bytes)));
            await Assert.ThrowsAsync<OpenRouterException>(() => AskAsync(reply.CutAfterBytes(bytes, CutKind.Silent)));
        }
    }

    private static async Task<ChatResult> AskAsync(Reply reply)
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply);
        using var client = emulator.Once();
        return await client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hello").SendAsync(Token);
    }
}
