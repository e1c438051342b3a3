using System.Text;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing.Answers;

/// <summary>A streamed answer: the chunks that OpenRouter sends, made through the generated types.</summary>
/// <param name="facts">The answer.</param>
/// <param name="reply">How it is sent.</param>
/// <param name="pace">The time between chunks.</param>
internal sealed class ChatChunks(AnswerFacts facts, Reply reply, TimeSpan pace)
{
    private static readonly byte[] KeepAlive = ": OPENROUTER PROCESSING\n\n"u8.ToArray();
    private static readonly byte[] EndMark = "data: [DONE]\n\n"u8.ToArray();

    public IEnumerable<BodyPart> Parts()
    {
        for (var index = 0; index < reply.KeepAlives; index++)
        {
            yield return new BodyPart(KeepAlive, TimeSpan.Zero, IsPiece: false);
        }

        var pieces = Pieces().Select((delta, index) => Part(Chunk(delta), index > 0, isPiece: true));
        if (reply.Fault is { } fault)
        {
            foreach (var part in pieces.Take(fault.AfterPieces))
            {
                yield return part;
            }

            yield return new BodyPart(Encoding.UTF8.GetBytes(StreamErrorText.End(fault, facts)), pace, IsPiece: false);
            yield break;
        }

        foreach (var part in pieces.Concat(Ending().Select(chunk => Part(chunk, isPaced: true, isPiece: false))))
        {
            yield return part;
        }

        if (reply.HasEndMark)
        {
            yield return new BodyPart(EndMark, TimeSpan.Zero, IsPiece: false);
        }
    }

    private static StreamingChatDelta Empty() => new() { Role = "assistant", Content = "" };

    private IEnumerable<StreamingChatDelta> Pieces()
    {
        foreach (var delta in ReasoningDeltas.Of(facts.Script))
        {
            yield return delta;
        }

        foreach (var piece in facts.Pieces)
        {
            yield return new StreamingChatDelta { Role = "assistant", Content = piece };
        }

        foreach (var delta in facts.Script.ToolCalls.SelectMany((call, index) => ToolCallDeltas.Of(call, index)))
        {
            yield return delta;
        }
    }

    private IEnumerable<StreamingChatResponse> Ending()
    {
        if (facts.FinishReason is not null)
        {
            yield return Chunk(Empty(), facts.FinishReason, facts.NativeFinishReason);
        }

        if (reply.UsageShape == UsageShape.Absent)
        {
            yield break;
        }

        var isRepeated = reply.UsageShape == UsageShape.RepeatsFinish;
        yield return Chunk(
            reply.UsageShape == UsageShape.EmptyChoices ? null : Empty(),
            isRepeated ? facts.FinishReason : null,
            isRepeated ? facts.NativeFinishReason : null,
            facts.Usage);
    }

    private StreamingChatResponse Chunk(StreamingChatDelta? delta, string? finish = null, string? native = null, ChatUsage? usage = null) => new()
    {
        Id = facts.Id,
        Object = "chat.completion.chunk",
        Created = facts.Created,
        Model = facts.Model,
        Provider = facts.Provider,
        Choices = delta is null ? [] : [Choice(delta, finish, native)],
        Usage = usage,
        AdditionalProperties = usage is null ? null : WireNull.Of("service_tier"),
    };

    private static StreamingChatChoice Choice(StreamingChatDelta delta, string? finish, string? native) => new()
    {
        Index = 0,
        Delta = delta,
        FinishReason = finish is null ? default(FinishReason?) : new FinishReason(finish),
        NativeFinishReason = native,
        AdditionalProperties = finish is null ? WireNull.Of("finish_reason", "native_finish_reason") : null,
    };

    private BodyPart Part(StreamingChatResponse chunk, bool isPaced, bool isPiece)
    {
        byte[] bytes = [.. "data: "u8, .. JsonModel.ToUtf8(chunk), .. "\n\n"u8];
        return new BodyPart(bytes, isPaced ? pace : TimeSpan.Zero, isPiece);
    }
}
