using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>What a loop over our values looks at.</summary>
internal static class ValueReading
{
    public static void Read(in ChatValue<StreamingChatResponse> value, Tally tally)
    {
        var frame = value.Frame;
        if (frame.Usage is { } usage)
        {
            tally.Usage(usage.CompletionTokens);
        }

        if (frame.Choices is not [var choice, ..])
        {
            return;
        }

        if (choice.FinishReason is { } reason)
        {
            tally.Finish(reason.Value);
        }
        else if (tally.EveryField)
        {
            tally.Fields(ChunkFields.Sum(value.ToChunk()));
        }

        if (value.Text is { } content)
        {
            tally.Content(content);
        }

        if (value.Reasoning is { } reasoning)
        {
            tally.Reasoning(reasoning);
        }

        if (value.ToolArguments is { } arguments)
        {
            tally.Arguments(arguments);
        }
    }
}
