using System.Net.Http.Headers;
using System.Text;
using OpenRouter.Api;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>Short ways to ask the emulator: through the client, and as raw HTTP.</summary>
internal static class Asking
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static CreateStreamingChatCompletionBuilder Question(this IOpenRouterClient client)
        => client.Chat.CreateStreamingChatCompletion("emulator/storyteller").AddUserMessage("Hello there");

    /// <summary>A client that makes one attempt and has no clocks.</summary>
    public static OpenRouterClient Once(this OpenRouterEmulator emulator) => emulator.CreateClient(static options =>
    {
        options.Retries = RetryOptions.None;
        options.Timeouts = new CallTimeouts { Headers = null, UnstreamedHeaders = null, Idle = null };
    });

    public static ChatStream<StreamingChatResponse> Stream(this OpenRouterEmulator emulator) => emulator.Once().Question().StreamAsync(Token);

    public static async Task<ChatAnswer> AnswerAsync(this Reply reply)
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply);
        return await emulator.Stream().CollectAsync(Token);
    }

    /// <summary>The exception with which a reply ends.</summary>
    public static async Task<TException> FailureAsync<TException>(this Reply reply)
        where TException : Exception
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply);
        return await Assert.ThrowsAsync<TException>(() => emulator.Stream().CollectAsync(Token));
    }

    /// <summary>A reply to a streamed request as it is on the wire.</summary>
    public static async Task<string> WireAsync(this Reply reply)
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(reply);
        using var response = await emulator.SendAsync(HttpMethod.Post, "chat/completions", """{"model":"a/b","stream":true,"messages":[{"role":"user","content":"Hello there"}]}""");
        return await response.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Sends a request without our client.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this OpenRouterEmulator emulator, HttpMethod method, string path, string? body = null, string? key = "sk-or-v1-emulator")
    {
        using var client = new HttpMessageInvoker(emulator, disposeHandler: false);
        using var request = new HttpRequestMessage(method, $"{emulator.BaseAddress}/{path}");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request, Token);
    }
}
