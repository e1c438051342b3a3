using System.Threading.Channels;
using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;
using WebApi.Limits;

namespace WebApi.Relay;

/// <summary>
/// Asks the service what answers used that broke off or were left: no usage came with them, but they cost. Nobody waits for it; when there
/// is too much to ask, what was reserved stays spent, which is never too little.
/// </summary>
internal sealed class UsageRepair(ILogger<UsageRepair> logger) : BackgroundService
{
    private readonly Channel<(ChatStream<StreamingChatResponse> Stream, TokenReservation Reservation)> _queue
        = Channel.CreateBounded<(ChatStream<StreamingChatResponse>, TokenReservation)>(256);

    /// <summary>Has the reservation settled later.</summary>
    /// <param name="stream">A stream that has ended.</param>
    /// <param name="reservation">What was taken for it.</param>
    public void Ask(ChatStream<StreamingChatResponse> stream, TokenReservation reservation)
    {
        if (!_queue.Writer.TryWrite((stream, reservation)))
        {
            RelayLog.UsageUnknown(logger, stream.GenerationId, "too many to ask");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RepairAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that cannot start, as when its port is taken, would tell this as a fault of its own.
        }
    }

    private async Task RepairAsync(CancellationToken stoppingToken)
    {
        await foreach (var (stream, reservation) in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var answer = await stream.RepairUsageAsync(stoppingToken);
                reservation.Settle(answer.Usage?.TotalTokens ?? 0);
            }
            catch (OpenRouterException exception)
            {
                RelayLog.UsageUnknown(logger, stream.GenerationId, exception.ErrorType?.Value ?? exception.GetType().Name);
            }
        }
    }
}
