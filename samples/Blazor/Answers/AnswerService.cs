using System.Security.Claims;
using BlazorChat.Conversation;
using BlazorChat.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace BlazorChat.Answers;

/// <summary>
/// Asks the model and shows the answer as it comes. It checks again who asks, since a page is only one way to get here. One stream is read at full speed; the page hears of it at most
/// every <see cref="FrameTime"/>.
/// </summary>
internal sealed partial class AnswerService(
    IOpenRouterClient client,
    IOptions<ChatSettings> settings,
    AuthenticationStateProvider authentication,
    StreamLimiter limiter,
    CircuitStreams circuit,
    TimeProvider time,
    ILogger<AnswerService> logger)
{
    /// <summary>The least time between two renderings: twenty a second.</summary>
    public static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks for an answer and waits until it has ended, however it ends. It throws for no failure of the service.</summary>
    /// <param name="history">What was said, the new question last.</param>
    /// <param name="show">Shows what is new. It is called once at a time.</param>
    /// <param name="stop">Cancelled when the user wants no more.</param>
    /// <returns>How it ended, and what was not shown yet: both in one rendering.</returns>
    public async Task<(AnswerEnd End, AnswerFrame? Unshown)> AnswerAsync(IReadOnlyList<Exchange> history, Func<AnswerFrame, Task> show, CancellationToken stop)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        if (state.User is not { Identity.IsAuthenticated: true } user)
        {
            return (new(AnswerEndKind.Refused, "You are not signed in any more. Reload the page."), null);
        }

        using var place = limiter.TryEnter(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.Identity.Name ?? "");
        if (place is null)
        {
            return (new(AnswerEndKind.Refused, FormattableString.Invariant($"You may have {limiter.Most} running at a time, in all tabs together. Stop one, or wait for its end.")), null);
        }

        var lost = circuit.Lost;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, lost);
        var buffer = new PieceBuffer();
        var reading = Task.Run(() => ReadAsync(history, buffer, ending.Token), CancellationToken.None);
        await ShowAsync(buffer, reading, show, ending.Token);
        var end = await reading;
        if (end.Kind == AnswerEndKind.Stopped && lost.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            end = end with { Kind = AnswerEndKind.Interrupted, Note = "The answer stopped early: the connection to your browser was lost." };
        }

        return (end, buffer.Take(isLast: true));
    }

    /// <summary>Shows what has come, waits a frame, and begins again. Nothing is rendered while nothing comes; what comes last is left for the end.</summary>
    private async Task ShowAsync(PieceBuffer buffer, Task reading, Func<AnswerFrame, Task> show, CancellationToken ending)
    {
        while (true)
        {
            await Task.WhenAny(buffer.Arrived, reading);
            if (reading.IsCompleted)
            {
                return;
            }

            if (buffer.Take(isLast: false) is { } frame)
            {
                await show(frame);
            }

            // Who stops does not wait for the frame to be over.
            await Task.Delay(FrameTime, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<AnswerEnd> ReadAsync(IReadOnlyList<Exchange> history, PieceBuffer buffer, CancellationToken ending)
    {
        await using var stream = ChatHistory.Stream(client, settings.Value, history, ending);
        try
        {
            var room = settings.Value.MaxAnswerChars;
            await foreach (var chunk in stream)
            {
                if (chunk.Choices is not [{ Delta: { } delta }, ..])
                {
                    continue;
                }

                buffer.Add(delta.Reasoning, delta.Content ?? delta.Refusal);
                room -= (delta.Reasoning?.Length ?? 0) + (delta.Content?.Length ?? 0);
                if (room < 0)
                {
                    return new(AnswerEndKind.CutOff, "The answer is cut off: it is longer than this page shows.", AnswerStatistics.Of(stream.Answer));
                }
            }

            var end = EndText.Of(stream.Answer);
            return end with
            {
                Statistics = AnswerStatistics.Of(stream.Answer),
                ReasoningDetails = end.Kind == AnswerEndKind.Complete ? stream.Answer.ReasoningDetails : [],
            };
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return new(AnswerEndKind.Stopped, "You stopped this answer.", AnswerStatistics.Of(stream.Answer));
        }
        catch (OpenRouterException exception)
        {
            return Explain(exception, stream);
        }
        catch (Exception exception)
        {
            // A fault of this program. The page must not stay in the middle of an answer for it.
            var reference = TraceReference.Next();
            LogFault(exception, reference);
            return new(AnswerEndKind.Failed, $"The answer stopped early: this page had a problem. (Reference {reference})");
        }
    }

    private AnswerEnd Explain(OpenRouterException exception, ChatStream<StreamingChatResponse> stream)
    {
        var reference = TraceReference.Next();
        LogFailure(reference, exception.GetType().Name, exception.StatusCode, exception.GenerationId, exception.ProviderName);
        return EndText.Of(exception, stream.Answer.Text.Length > 0, reference) with { Statistics = AnswerStatistics.Of(stream.Answer) };
    }

    /// <summary>The message of the exception is left out: services quote prompts in it.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer failed ({Reference}): {Kind}, status {Status}, generation {Generation}, provider {Provider}.")]
    private partial void LogFailure(string reference, string kind, int? status, string? generation, string? provider);

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer met a fault of this program ({Reference}).")]
    private partial void LogFault(Exception exception, string reference);
}
