using System.Globalization;
using System.Text;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Everything of an answer but its times as one text, so that two readings of a body can be compared.</summary>
internal static class AnswerPrint
{
    public static string Of(ChatAnswer answer)
    {
        var text = new StringBuilder();
        Add(text, "outcome", answer.Outcome.ToString());
        Add(text, "done", answer.DoneSeen.ToString(CultureInfo.InvariantCulture));
        Add(text, "finish", $"{answer.FinishReason} ({answer.NativeFinishReason})");
        Add(text, "from", $"{answer.GenerationId} {answer.Model} {answer.Provider} {answer.ServiceTier}");
        Add(text, "text", answer.Text);
        Add(text, "reasoning", answer.Reasoning);
        Add(text, "refusal", answer.Refusal);
        foreach (var call in answer.ToolCalls)
        {
            Add(text, "call", call.ToString());
        }

        foreach (var detail in answer.ReasoningDetails)
        {
            Add(text, "detail", detail.GetRawText());
        }

        foreach (var extra in answer.Images.Concat(answer.Annotations))
        {
            Add(text, "extra", extra.GetRawText());
        }

        if (answer.Audio is { } audio)
        {
            Add(text, "audio", $"{audio.Id} {Convert.ToBase64String(audio.Data.Span)} {audio.Transcript}");
        }

        foreach (var token in answer.Logprobs is { } logprobs ? logprobs.Content.Concat(logprobs.Refusal) : [])
        {
            Add(text, "token", token.GetRawText());
        }

        foreach (var other in answer.OtherChoices)
        {
            Add(text, "choice", $"{other.Index} {other.FinishReason} {other.Text} {other.Reasoning} {other.Refusal} {string.Join(' ', other.ToolCalls)} {string.Join(' ', other.ReasoningDetails)}");
        }

        if (answer.Usage is { } usage)
        {
            Add(text, "usage", usage with { Source = null } + (usage.Source is { } source ? JsonModel.ToElement(source).GetRawText() : ""));
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value) => text.Append(name).Append(": ").Append(value).Append('\n');
}
