using System.Text;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>Our stream of chunks, read by its loop.</summary>
internal static class OurChat
{
    public const string Name = "OpenRouter.Runtime";

    public static async Task<ChatReading> ReadAsync(ChatEnding ending, CancellationToken cancellationToken)
    {
        await using var stream = ChatService.For(ending).Chat();
        var text = new StringBuilder();
        try
        {
            await foreach (var chunk in stream.WithCancellation(cancellationToken))
            {
                text.Append(chunk.Text);
            }

            return new ChatReading(text.ToString(), null, IsTyped: true);
        }
        catch (Exception failure)
        {
            var isTyped = ending.Expected == Ending.Interrupted ? failure is StreamInterruptedException : failure is OpenRouterException and not StreamInterruptedException;
            return new ChatReading((failure as OpenRouterException)?.Partial?.Text ?? text.ToString(), failure, isTyped);
        }
    }
}
