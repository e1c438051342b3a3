using OpenRouter.Models.Streaming;

namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>What a loop over our chunks looks at.</summary>
internal static class ChunkReading
{
    public static void Read(StreamingChatResponse chunk, Tally tally)
    {
        if (chunk.Usage is { } usage)
        {
            tally.Usage(usage.CompletionTokens);
        }

        if (chunk.Choices is not [var choice, ..])
        {
            return;
        }

        if (choice.FinishReason is { } reason)
        {
            tally.Finish(reason.Value);
        }
        else if (tally.EveryField)
        {
            tally.Fields(ChunkFields.Sum(chunk));
        }

        if (choice.Delta is not { } delta)
        {
            return;
        }

        if (delta.Content is { } content)
        {
            tally.Content(content);
        }

        if (delta.Reasoning is { } reasoning)
        {
            tally.Reasoning(reasoning);
        }

        foreach (var call in delta.ToolCalls ?? [])
        {
            if (call.Function?.Arguments is { } arguments)
            {
                tally.Arguments(arguments);
            }
        }
    }
}
