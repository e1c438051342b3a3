using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Native.Bodies;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Streams of <c>/responses</c> and <c>/messages</c> through the generated client, collected and event by event.</summary>
internal static class EventSection
{
    public static async Task RunAsync(Section section)
    {
        foreach (var isBytewise in new[] { false, true })
        {
            foreach (var body in EventBodies.Responses)
            {
                await CheckAsync(section, $"responses, {body.Name}", body, () => Responses(Client(Pieces(body, isBytewise))));
            }

            foreach (var body in EventBodies.Messages)
            {
                await CheckAsync(section, $"messages, {body.Name}", body, () => Messages(Client(Pieces(body, isBytewise))));
            }
        }
    }

    public static EventStream<Models.Streaming.ResponseStreamEvent> Responses(OpenRouterClient client)
        => client.Responses.CreateStreamingResponse("acme/one").WithInput("Hi").StreamAsync();

    public static EventStream<Models.Streaming.MessageStreamEvent> Messages(OpenRouterClient client)
        => client.Messages.CreateStreamingMessageAsync(JsonModel.Parse<MessagesRequest>("""{"model":"acme/one","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}"""));

    public static OpenRouterClient Client(Stream body)
        => new(new OpenRouterClientOptions { ApiKey = Script.Key, Handler = Script.Streams(body), Retries = RetryOptions.None });

    private static PieceStream Pieces(EventBodies body, bool isBytewise) => new(isBytewise ? Wire.Bytewise(body.Body) : [Wire.Bytes(body.Body)]);

    private static async Task CheckAsync<TEvent>(Section section, string what, EventBodies body, Func<EventStream<TEvent>> open)
        where TEvent : IStreamEvent<TEvent>
    {
        await section.RunAsync($"{what}, collected", async () =>
        {
            await using var stream = open();
            await EndAsync(body, stream, () => stream.CollectAsync());
            if (body.Expected == AnswerOutcome.Completed)
            {
                Assert.Equal("stop", stream.Answer.FinishReason);
                Assert.True(stream.Answer.Usage!.PromptTokens == 3);
            }
        });
        await section.RunAsync($"{what}, loop", async () =>
        {
            await using var stream = open();
            var count = 0;
            await EndAsync(body, stream, async () =>
            {
                await foreach (var item in stream)
                {
                    count++;
                }
            });
            Assert.Equal(body.Shown, count);
        });
    }

    private static async Task EndAsync<TEvent>(EventBodies body, EventStream<TEvent> stream, Func<Task> read)
        where TEvent : IStreamEvent<TEvent>
    {
        OpenRouterException? failure = body.Expected switch
        {
            AnswerOutcome.Interrupted => await Assert.ThrowsAsync<StreamInterruptedException>(read),
            AnswerOutcome.Failed => await Assert.ThrowsAsync<OpenRouterException>(read),
            _ => null,
        };
        if (failure is null)
        {
            await read();
        }

        Assert.Equal((body.Expected, body.Text), (stream.Outcome, stream.Answer.Text));
        Assert.Equal(body.Text, failure?.Partial?.Text ?? stream.Answer.Text);
        Assert.Equal(body.Code ?? failure?.Code, failure?.Code);
    }
}
