using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Wire;

namespace OpenRouter.Testing.Answers;

/// <summary>The end of a stream that breaks with an error, as raw text, one form after the other as they were seen.</summary>
internal static class StreamErrorText
{
    private const string EndMark = "data: [DONE]\n\n";

    public static string End(StreamFault fault, AnswerFacts facts)
    {
        var error = $$"""{"code":{{fault.Code}},"message":{{ErrorText.Quote(fault.Message)}}}""";
        return fault.Shape switch
        {
            StreamErrorShape.Documented => Chunk(facts, Choice("error"), Top(error)),
            StreamErrorShape.AfterFinish => Chunk(facts, Choice("length"), "") + Chunk(facts, Choice("length"), "")
                + Chunk(facts, Choice(null), $"{Top(error)},\"usage\":{JsonModel.ToJson(facts.Usage)}") + EndMark,
            StreamErrorShape.EmptyChoices => Chunk(facts, "", Top(error)),
            StreamErrorShape.Alone => Event($$"""{"error":{{error}}}"""),
            StreamErrorShape.InChoice => Chunk(facts, Choice("error", error), "") + EndMark,
            StreamErrorShape.FinishOnly => Chunk(facts, Choice("error", native: fault.Message), "") + EndMark,
            StreamErrorShape.NamedCode => Chunk(facts, Choice("error"), Top($$"""{"code":"server_error","message":{{ErrorText.Quote(fault.Message)}}}""")),
            StreamErrorShape.NullCode => Chunk(facts, Choice("error"), Top($$"""{"code":null,"message":{{ErrorText.Quote(fault.Message)}},"metadata":null}""")),
            StreamErrorShape.BareString => Event($$"""{"error":{{ErrorText.Quote(fault.Message)}}}"""),
            StreamErrorShape.ErrorEvent => "event: error\n" + Event($$"""{"error":{{error}}}"""),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Shape, "The shape of the error is not known."),
        };
    }

    private static string Event(string json) => $"data: {json}\n\n";

    private static string Top(string error) => $",\"error\":{error}";

    private static string Chunk(AnswerFacts facts, string choice, string more)
        => Event($$"""{"id":{{ErrorText.Quote(facts.Id)}},"object":"chat.completion.chunk","created":{{facts.Created}},"model":{{ErrorText.Quote(facts.Model)}},"provider":{{ErrorText.Quote(facts.Provider)}},"choices":[{{choice}}]{{more}}}""");

    private static string Choice(string? finish, string? error = null, string? native = null)
    {
        var reason = finish is null ? "null" : ErrorText.Quote(finish);
        var nativeReason = native is null ? reason : ErrorText.Quote(native);
        var inner = error is null ? "" : $",\"error\":{error}";
        return $$"""{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":{{reason}},"native_finish_reason":{{nativeReason}}{{inner}}}""";
    }
}
