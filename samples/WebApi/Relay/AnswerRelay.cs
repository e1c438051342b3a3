using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;
using WebApi.Limits;
using WebApi.Settings;

namespace WebApi.Relay;

/// <summary>
/// Passes an answer on as events. However it goes, the caller gets exactly one end: <c>done</c>, <c>error</c>, or, as long as nothing was sent, an
/// HTTP error. A caller that leaves takes the request to the service along.
/// </summary>
internal sealed class AnswerRelay(TokenLedger ledger, UsageRepair repair, StreamStop stopping, IOptions<RelaySettings> settings, TimeProvider time, ILogger<AnswerRelay> logger)
{
    public async Task RunAsync(HttpContext context, RelayedCall call)
    {
        if (stopping.IsStopping)
        {
            throw new RefusedException(PublicErrors.ShuttingDown);
        }

        var user = context.User.Identity?.Name ?? "";
        var reservation = ledger.Reserve(user, call.GuessedTokens) ?? throw new RefusedException(PublicErrors.DailyLimit(ledger.UntilTomorrow));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        await using var stream = call.Open(stop.Token);
        var began = time.GetTimestamp();
        var events = new EventWriter(context, settings.Value.StalledReader, time);
        var texts = 0;
        string outcome;
        try
        {
            var error = await PassOnAsync();
            var answer = stream.Answer;
            outcome = error?.Code ?? answer.FinishReason ?? "";
            await EndAsync(context, events, error, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            outcome = "left";
        }
        catch (ReaderStalledException)
        {
            outcome = "stalled";
        }
        finally
        {
            Settle(stream, reservation);
        }

        RelayLog.Ended(
            logger, PublicError.TraceOf(context), user, call.Name, call.Model, outcome, (long)time.GetElapsedTime(began).TotalMilliseconds, texts, stream.Answer.Usage?.TotalTokens, stream.GenerationId);

        async Task<PublicError?> PassOnAsync()
        {
            try
            {
                await foreach (var text in Heartbeats.Between(stream.TextAsync(), settings.Value.Heartbeat, time, stop, stop.Token))
                {
                    texts += text is null ? 0 : 1;
                    await (text is null ? events.HeartbeatAsync(stop.Token) : events.TextAsync(text, stop.Token));
                }

                return null;
            }
            catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested && stopping.Token.IsCancellationRequested)
            {
                return PublicErrors.ShuttingDown;
            }
            catch (OpenRouterException exception)
            {
                return ErrorOf(exception, context);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or ReaderStalledException))
            {
                // At the edge of the program: half an answer without an end would look like an answer.
                RelayLog.Unexpected(logger, PublicError.TraceOf(context), exception.GetType(), exception.StackTrace);
                return PublicErrors.Internal;
            }
        }
    }

    private static Task EndAsync(HttpContext context, EventWriter events, PublicError? error, ChatAnswer answer)
    {
        if (error is null)
        {
            return events.DoneAsync(new DoneEvent(ReasonOf(answer), answer.Usage?.PromptTokens, answer.Usage?.CompletionTokens, PublicError.TraceOf(context)), context.RequestAborted);
        }

        return context.Response.HasStarted ? events.ErrorAsync(error.At(context), context.RequestAborted) : error.WriteAsync(context);
    }

    /// <summary>The service may say anything; callers are told what they can know.</summary>
    private static string ReasonOf(ChatAnswer answer) => answer.FinishReason switch
    {
        _ when answer.Refusal is { Length: > 0 } => "refusal",
        "stop" => "stop",
        "length" => "length",
        "content_filter" => "content_filter",
        _ => "other",
    };

    private PublicError ErrorOf(OpenRouterException exception, HttpContext context)
    {
        var error = PublicErrors.Of(exception);
        if (error == PublicErrors.Unavailable)
        {
            RelayLog.AccountRefused(logger, exception.StatusCode, PublicError.TraceOf(context));
        }

        return error;
    }

    private void Settle(ChatStream<StreamingChatResponse> stream, TokenReservation reservation)
    {
        if (stream.Answer.Usage?.TotalTokens is { } used)
        {
            reservation.Settle(used);
        }
        else if (stream.GenerationId is null)
        {
            // Nothing was generated.
            reservation.Settle(0);
        }
        else
        {
            repair.Ask(stream, reservation);
        }
    }
}
