using System.Net.Http.Headers;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>The streams of all wires, sent through an HTTP client that is not ours.</summary>
public sealed class ReceivedStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chat_OfAnotherClient_IsCollected()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text("Hello there"));

        var answer = await (await SendAsync(emulator, "/chat/completions", """{"model":"a/b","messages":[{"role":"user","content":"Hi"}],"stream":true}""")).ReadChatStream(cancellationToken: Token).CollectAsync(Token);

        Assert.Equal((AnswerOutcome.Completed, "Hello there", "stop"), (answer.Outcome, answer.Text, answer.FinishReason));
        Assert.NotNull(answer.Usage);
        Assert.NotNull(answer.GenerationId);
    }

    [Fact]
    public async Task Chat_ThatWasNotAskedToStream_IsAStreamOfOneChunk()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Text("Hello there"));
        var chunks = 0;
        await using var stream = (await SendAsync(emulator, "/chat/completions", """{"model":"a/b","messages":[{"role":"user","content":"Hi"}]}""")).ReadChatStream(cancellationToken: Token);

        await foreach (var chunk in stream.ConfigureAwait(false))
        {
            Assert.Equal("stop", chunk.Choices?[0].FinishReason?.Value);
            chunks++;
        }

        Assert.Equal((1, "Hello there"), (chunks, stream.Answer.Text));
    }

    [Fact]
    public async Task Chat_ThatBreaksOff_SaysWhatHadArrived()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Raw("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"},\"finish_reason\":null}]}\n\n"));
        await using var stream = (await SendAsync(emulator, "/chat/completions", """{"model":"a/b","messages":[{"role":"user","content":"Hi"}],"stream":true}""")).ReadChatStream(cancellationToken: Token);

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal("Hel", thrown.Partial?.Text);
    }

    [Fact]
    public async Task Page_InsteadOfAStream_IsAnErrorThatNamesTheOperation()
    {
        using var emulator = new OpenRouterEmulator();
        emulator.Next(Reply.Html(200, "<html>Sign in</html>"));
        await using var stream = (await SendAsync(emulator, "/chat/completions", """{"model":"a/b","messages":[{"role":"user","content":"Hi"}],"stream":true}""")).ReadChatStream(cancellationToken: Token);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains("POST /chat/completions", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Sign in", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_OfAnotherClient_EndWithTheirLastEvent()
    {
        const string Body = "data: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"delta\":\"Hi\",\"sequence_number\":1,\"logprobs\":[]}\n\n"
            + "data: {\"type\":\"response.completed\",\"sequence_number\":2,\"response\":{\"id\":\"r\",\"status\":\"completed\",\"output\":[]}}\n\n";

        var answer = await Received(Body).ReadResponseStream(cancellationToken: Token).CollectAsync(Token);

        Assert.Equal((AnswerOutcome.Completed, "Hi"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task Messages_OfAnotherClient_EndWithTheirLastEvent()
    {
        const string Body = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n"
            + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

        var answer = await Received(Body).ReadMessageStream(cancellationToken: Token).CollectAsync(Token);

        Assert.Equal((AnswerOutcome.Completed, "Hi"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task Images_OfAnotherClient_EndWithTheirLastEvent()
    {
        const string Body = "data: {\"type\":\"image_generation.completed\",\"b64_json\":\"iVBORw0KGgo=\"}\n\n";

        var answer = await Received(Body).ReadImageStream(cancellationToken: Token).CollectAsync(Token);

        Assert.Equal((AnswerOutcome.Completed, 1), (answer.Outcome, answer.Images.Count));
    }

    private static HttpResponseMessage Received(string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage { Content = content };
    }

    private static async Task<HttpResponseMessage> SendAsync(OpenRouterEmulator emulator, string path, string body)
    {
        using var client = new HttpClient(emulator, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator.BaseAddress + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", emulator.Key);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
