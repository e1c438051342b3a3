using System.Text;
using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Errors before an answer become exceptions that programs and people can read; plain and streamed calls alike.</summary>
public sealed class FailureTests
{
    private const string Key = "sk-or-v1-test";

    [Theory]
    [InlineData(400, "invalid_request", false)]
    [InlineData(401, "authentication", false)]
    [InlineData(402, "payment_required", false)]
    [InlineData(403, "permission_denied", false)]
    [InlineData(404, "not_found", false)]
    [InlineData(408, "timeout", true)]
    [InlineData(413, "payload_too_large", false)]
    [InlineData(429, "rate_limit_exceeded", true)]
    [InlineData(500, "server", true)]
    [InlineData(502, "provider_unavailable", true)]
    [InlineData(503, "provider_overloaded", true)]
    [InlineData(524, "timeout", true)]
    [InlineData(529, "provider_overloaded", true)]
    public async Task Status_OfAnError_IsToldByTheException(int status, string errorType, bool isTransient)
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Error(status, "What went wrong", errorType), Reply.Error(status, "What went wrong", errorType));
        using var client = emulator.CreateClient(options => options.Retries = RetryOptions.None);

        var plain = await Assert.ThrowsAsync<OpenRouterException>(() => client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hi").SendAsync());
        var streamed = await Assert.ThrowsAsync<OpenRouterException>(() => client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hi").StreamAsync().CollectAsync());

        Assert.All([plain, streamed], exception =>
        {
            Assert.Equal(status, exception.StatusCode);
            Assert.Equal(errorType, exception.ErrorType?.Value);
            Assert.True(exception.ErrorType?.IsKnown);
            Assert.Equal(isTransient, exception.IsTransient);
            Assert.Equal("What went wrong", exception.Error?.GetProperty("message").GetString());
            Assert.Contains($"{status}: What went wrong", exception.Message, StringComparison.Ordinal);
            Assert.Contains("What went wrong", exception.ResponseBody, StringComparison.Ordinal);
            Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task RetryAfter_OfTheHeader_IsTold()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Error(429, "Slow down").WithRetryAfter(TimeSpan.FromSeconds(17)));
        using var client = emulator.CreateClient(options => options.Retries = RetryOptions.None);

        var exception = await Assert.ThrowsAsync<OpenRouterException>(() => client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hi").SendAsync());

        Assert.Equal(TimeSpan.FromSeconds(17), exception.RetryAfter);
        Assert.Contains("17 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("401-missing-auth.json", 401, "Missing Authentication header", null)]
    [InlineData("402-credits.json", 402, "", null)]
    [InlineData("403-moderation.json", 403, "", null)]
    [InlineData("404-no-endpoints-availability.json", 404, "", null)]
    [InlineData("429-free-tier.json", 429, "", null)]
    [InlineData("429-upstream.json", 429, "Provider returned error", null)]
    [InlineData("200-error-after-whitespace.json", 200, "", null)]
    [InlineData("502-html.html", 502, "text/html", null)]
    [InlineData("responses-400.json", 400, "", "invalid_prompt")]
    public async Task Body_OfARecordedError_IsRead(string file, int status, string said, string? code)
    {
        var body = await File.ReadAllBytesAsync(SharedFiles.Require("streams/nonstream-bodies/" + file));
        using var handler = new PlayedBody(body, file.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "application/json", status);

        var plain = await Assert.ThrowsAsync<OpenRouterException>(() => handler.Client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hi").SendAsync());
        var streamed = await Assert.ThrowsAsync<OpenRouterException>(() => handler.Client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hi").StreamAsync().CollectAsync());

        Assert.All([plain, streamed], exception =>
        {
            Assert.Contains(said, exception.Message, StringComparison.Ordinal);
            Assert.Equal(status == 200 ? exception.StatusCode : status, exception.StatusCode);
            Assert.Equal(code ?? exception.Code, exception.Code);
            Assert.NotNull(exception.ResponseBody);
        });
    }

    [Theory]
    [InlineData("ws-200-chat-simple.json")]
    [InlineData("ws-200-chat-multitool.json")]
    [InlineData("ws-200-chat-tool-reasoning.json")]
    [InlineData("ws-200-chat-thinking.json")]
    [InlineData("ws-200-chat-pdf-annotations.json")]
    public async Task Body_OfARecordedAnswer_IsRead(string file)
    {
        var body = await File.ReadAllBytesAsync(SharedFiles.Require("streams/nonstream-bodies/" + file));
        using var handler = new PlayedBody(body, "application/json") { SliceBytes = 1 };
        using var wire = System.Text.Json.JsonDocument.Parse(body);

        var result = await handler.Client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hi").SendAsync();

        Assert.Null(Json.JsonComparison.Difference(wire.RootElement, OpenRouter.Runtime.Json.JsonModel.ToElement(result)));
        Assert.True(result.Choices[0].FinishReason?.IsKnown);
        Assert.NotNull(result.Provider);
        Assert.True(result.Usage?.TotalTokens > 0);
    }

    [Fact]
    public async Task Html_UnderSuccess_IsAnErrorThatQuotesIt()
    {
        using var handler = new PlayedBody("<html><body>Sign in</body></html>"u8.ToArray(), "text/html");

        var exception = await Assert.ThrowsAsync<OpenRouterException>(() => handler.Client.Credits.GetCreditsAsync());

        Assert.Contains("text/html", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Sign in", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        using var handler = new PlayedBody(default, "text/plain", 302);
        handler.AnswerHeaders["Location"] = "https://elsewhere.example/";

        var exception = await Assert.ThrowsAsync<OpenRouterException>(() => handler.Client.Credits.GetCreditsAsync());

        Assert.Equal(302, exception.StatusCode);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task Key_InTheBodyOfAnError_IsTakenOut()
    {
        using var handler = new PlayedBody(Encoding.UTF8.GetBytes($$$"""{"error":{"code":401,"message":"Key {{{Key}}} is wrong"}}"""), "application/json", 401);

        var exception = await Assert.ThrowsAsync<OpenRouterException>(() => handler.Client.Credits.GetCreditsAsync());

        Assert.DoesNotContain(Key, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, exception.ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, exception.Error?.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Network_ThatIsDown_IsAnOpenRouterException()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.On("/credits").Next(Reply.Unreachable());
        using var client = emulator.CreateClient(options => options.Retries = RetryOptions.None);

        var exception = await Assert.ThrowsAsync<OpenRouterException>(() => client.Credits.GetCreditsAsync());

        Assert.Null(exception.StatusCode);
        Assert.True(exception.IsTransient);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task Token_CancelledBeforeSending_IsNotTakenForAFailure()
    {
        using var emulator = new OpenRouterEmulator();
        using var client = emulator.CreateClient(options => options.Retries = RetryOptions.None);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Credits.GetCreditsAsync(source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Empty(emulator.Requests);
    }
}
