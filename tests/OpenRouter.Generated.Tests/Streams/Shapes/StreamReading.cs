using System.Text;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Reads a body through the whole client, and prints all that a user could see of it but the times.</summary>
/// <param name="Print">What was seen.</param>
/// <param name="ByShape">How many of its events were read by the shapes of those before.</param>
internal sealed record StreamReading(string Print, int ByShape)
{
    public static async Task<StreamReading> OfAsync(OpenRouterClient client, StreamKind kind)
    {
        switch (kind)
        {
            case StreamKind.Responses:
                var responses = Responses(client);
                return await ReadAsync(responses, static item => Told(item.Value, item), responses);
            case StreamKind.Messages:
                var messages = Messages(client);
                return await ReadAsync(messages, static item => Told(item.Value, item), messages);
            case StreamKind.Images:
                var images = Images(client);
                return await ReadAsync(images, static item => Told(item.Value, item), images);
            default:
                var chat = Chat(client);
                return kind switch
                {
                    StreamKind.ChatText => await ReadAsync(chat.TextAsync(), static text => text, chat),
                    StreamKind.ChatValues => await ReadAsync(chat.AsValues(keepsText: true), Told, chat),
                    StreamKind.ChatUtf8 => await ReadAsync(chat.AsUtf8(), static piece => piece.ToString(), chat),
                    StreamKind.ChatAsReceived => await ReadAsync(chat.AsReceived(), JsonModel.ToJson, chat),
                    _ => await ReadAsync(chat, JsonModel.ToJson, chat),
                };
        }
    }

    public static ChatStream<StreamingChatResponse> Chat(OpenRouterClient client)
        => client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").StreamAsync();

    public static EventStream<ResponseStreamEvent> Responses(OpenRouterClient client)
        => client.Responses.CreateStreamingResponse("acme/model-1").WithInput("Hi").StreamAsync();

    public static EventStream<MessageStreamEvent> Messages(OpenRouterClient client)
        => client.Messages.CreateStreamingMessageAsync(JsonModel.Parse<MessagesRequest>("""{"model":"acme/model-1","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}"""));

    public static EventStream<ImageStreamEvent> Images(OpenRouterClient client)
        => client.Images.CreateStreamingImageAsync(JsonModel.Parse<ImageRequest>("""{"model":"acme/model-1","prompt":"A cat"}"""));

    /// <summary>The whole chunk of a value, whose own pieces must be those of the chunk.</summary>
    public static string Told(ChatValue<StreamingChatResponse> value)
    {
        var chunk = value.ToChunk();
        if (chunk.Choices is [{ Delta: { } delta }])
        {
            Assert.Equal((delta.Content, delta.Reasoning, delta.Refusal), (value.Text, value.Reasoning, value.Refusal));
            Assert.Equal(delta.ToolCalls is [{ Function: { } function }] ? function.Arguments : null, value.ToolArguments);
        }

        return JsonModel.ToJson(chunk);
    }

    /// <summary>An event as JSON, with the type that it was read as.</summary>
    public static string Told<T>(object? value, T item)
        where T : IJsonWritable
        => $"{value?.GetType().Name} {JsonModel.ToJson(item)}";

    private static async Task<StreamReading> ReadAsync<T>(IAsyncEnumerable<T> items, Func<T, string> print, ChatStream<StreamingChatResponse> stream)
    {
        var pings = 0;
        stream.OnKeepAlive = _ => pings++;
        var seen = await ReadAsync(items, print);
        return new StreamReading($"{seen}\n{pings} keep-alives\n{AnswerPrint.Of(stream.Answer)}", stream.ReadByShape);
    }

    private static async Task<StreamReading> ReadAsync<T>(IAsyncEnumerable<T> items, Func<T, string> print, EventStream<T> stream)
        where T : IStreamEvent<T>
    {
        var pings = 0;
        stream.OnKeepAlive = _ => pings++;
        var seen = await ReadAsync(items, print);
        return new StreamReading($"{seen}\n{pings} keep-alives\n{stream.Outcome}\n{AnswerPrint.Of(stream.Answer)}", stream.ReadByShape);
    }

    private static async Task<string> ReadAsync<T>(IAsyncEnumerable<T> items, Func<T, string> print)
    {
        var text = new StringBuilder();
        try
        {
            await foreach (var item in items)
            {
                text.Append(print(item)).Append('\n');
            }

            return text.Append("end").ToString();
        }
        catch (OpenRouterException failure)
        {
            text.Append(failure.GetType().Name).Append(' ').Append(failure.Message).Append(' ').Append(failure.StatusCode).Append(failure.Code).Append(failure.ErrorType);
            return text.Append('\n').Append(failure.Partial is { } partial ? AnswerPrint.Of(partial) : "no answer").ToString();
        }
    }
}
