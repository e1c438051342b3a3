using OpenRouter.Models;
using OpenRouter.Models.Streaming;

namespace OpenRouter.Testing.Answers;

/// <summary>Reasoning as it is streamed: the text twice, plain and as details, then the signature alone.</summary>
internal static class ReasoningDeltas
{
    private static readonly ReasoningFormat Format = new("anthropic-claude-v1");

    public static IEnumerable<StreamingChatDelta> Of(ChatScript script)
    {
        foreach (var piece in script.Reasoning)
        {
            yield return Delta(piece, Detail(piece, signature: null));
        }

        if (script is { Reasoning.Count: > 0, Signature: { } signature })
        {
            yield return Delta(text: null, Detail(text: null, signature));
        }
    }

    /// <summary>The same in one piece, as an answer that is not streamed has it.</summary>
    public static IReadOnlyList<ReasoningDetailUnion>? Whole(ChatScript script)
        => script.Reasoning.Count == 0 ? null : [Detail(string.Concat(script.Reasoning), script.Signature)];

    private static ReasoningDetailText Detail(string? text, string? signature)
        => new() { Text = text, Signature = signature, Format = Format, Index = 0 };

    private static StreamingChatDelta Delta(string? text, ReasoningDetailText detail)
        => new() { Role = "assistant", Content = "", Reasoning = text, ReasoningDetails = [detail] };
}
