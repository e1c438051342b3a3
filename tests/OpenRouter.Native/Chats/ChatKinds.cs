using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Native.Bodies;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Chats;

/// <summary>The chunk that was written by hand for the tests, and that of the generated client.</summary>
internal static class ChatKinds
{
    private const string Question = """{"model":"acme/one","stream":true,"messages":[{"role":"user","content":"Tell"}]}""";

    public static readonly ChatKind<TestChunk> Handwritten = new(
        "by hand",
        static (options, token) => new ApiTransport(options, Script.Address).StreamChat<TestChunk>(new ApiRequest(HttpMethod.Post, "chat/completions") { Operation = "chat", Body = Raw.Of(Question) }, token),
        static chunk => chunk.Text,
        static chunk => chunk.Recovery,
        static _ => false);

    public static readonly ChatKind<StreamingChatResponse> Generated = new(
        "generated",
        static (options, token) => new OpenRouterClient(options).Chat.CreateStreamingChatCompletion("acme/one").AddUserMessage("Tell").StreamAsync(token),
        static chunk => string.Concat((chunk.Choices ?? []).Select(static choice => choice.Delta?.Content)),
        static chunk => chunk.Recovery,
        OddIndex.IsIn);
}
