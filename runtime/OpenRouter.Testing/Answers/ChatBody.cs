using System.Text;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing.Answers;

/// <summary>An answer in one piece: blanks that keep the connection alive, then the JSON.</summary>
internal static class ChatBody
{
    private static readonly byte[] KeepAlive = "\n         \n"u8.ToArray();

    public static IEnumerable<BodyPart> Parts(AnswerFacts facts, Reply reply)
    {
        for (var index = 0; index < reply.KeepAlives; index++)
        {
            yield return new BodyPart(KeepAlive, TimeSpan.Zero, IsPiece: false);
        }

        // After the blanks the status is spent: a failure then stands under 200.
        var json = reply.Fault is { } fault
            ? Encoding.UTF8.GetBytes(ErrorText.Envelope(fault.Code, fault.Message, errorType: null))
            : JsonModel.ToUtf8(Result(facts, reply.UsageShape));
        yield return new BodyPart(json, TimeSpan.Zero, IsPiece: false);
    }

    private static ChatResult Result(AnswerFacts facts, UsageShape usage) => new()
    {
        Id = facts.Id,
        Created = facts.Created,
        Model = facts.Model,
        Provider = facts.Provider,
        Choices = [Choice(facts)],
        Usage = usage == UsageShape.Absent ? null : facts.Usage,
    };

    private static ChatChoice Choice(AnswerFacts facts) => new()
    {
        Index = 0,
        FinishReason = facts.FinishReason is { } reason ? new FinishReason(reason) : default(FinishReason?),
        NativeFinishReason = facts.NativeFinishReason,
        Message = new ChatAssistantMessage
        {
            Content = facts.Pieces.Count == 0 ? default(ChatAssistantContent?) : new ChatAssistantContent(string.Concat(facts.Pieces)),
            Reasoning = facts.Script.Reasoning.Count == 0 ? null : string.Concat(facts.Script.Reasoning),
            ReasoningDetails = ReasoningDeltas.Whole(facts.Script),
            ToolCalls = ToolCallDeltas.Whole(facts.Script),
            AdditionalProperties = facts.Pieces.Count == 0 ? WireNull.Of("content") : null,
        },
        AdditionalProperties = facts.FinishReason is null ? WireNull.Of("finish_reason", "native_finish_reason") : null,
    };
}
