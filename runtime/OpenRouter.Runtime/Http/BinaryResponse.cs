using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>An answer that is no JSON: sound, a film, a file. Dispose it; what has not been read by then is not fetched.</summary>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    private readonly ApiCall _call;
    private readonly ApiResponse _response;
    private readonly ClockedStream _body;
    private bool _isDisposed;

    private BinaryResponse(ApiCall call, ApiResponse response, ClockedStream body) => (_call, _response, _body) = (call, response, body);

    /// <summary>The bytes, as they arrive.</summary>
    /// <remarks>A read that the service keeps waiting ends with the idle clock, as an <see cref="OperationCanceledException"/> of no token of yours; see <see cref="Clock"/>.</remarks>
    public Stream Content => _body;

    /// <summary>The clock that ended the answer while it was read; null when none did.</summary>
    public CallClock? Clock => _response.Guard.Fired;

    /// <summary>The media type.</summary>
    public string? ContentType => _response.ContentType;

    /// <summary>How many bytes there are, when the service says so.</summary>
    public long? ContentLength => _response.ContentLength;

    /// <summary>The id of the generation.</summary>
    public string? GenerationId => _response.GenerationId;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        BodyCut.Cut(_body.Inner);
        _response.Dispose();
        _body.Dispose();
        _call.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends the request and waits for the headers of its answer.</summary>
    internal static async Task<BinaryResponse> FetchAsync(ApiConnection connection, ApiRequest request, string accept, CancellationToken cancellationToken)
    {
        var call = new ApiCall(connection, request, cancellationToken);
        BinaryResponse? opened = null;
        call.Tell();
        try
        {
            await connection.Retries.RunAsync(call, async current =>
            {
                var response = await connection.SendAsync(current, accept).ConfigureAwait(false);
                try
                {
                    opened = new BinaryResponse(current, response, await response.OpenAsync().ConfigureAwait(false));
                }
                catch
                {
                    response.Dispose();
                    throw;
                }
            }).ConfigureAwait(false);

            // The call is over for telemetry when its body begins: how much of it is read is the caller's affair.
            call.Telemetry?.End(new CallEnd
            {
                Outcome = AnswerOutcome.Completed,
                Elapsed = call.Timer.Elapsed,
                Attempts = call.Attempts.Count + 1,
                GenerationId = opened!.GenerationId,
                Provider = opened._response.ProviderName,
            });
            return opened!;
        }
        catch (Exception exception)
        {
            call.TellEnd(exception);
            call.Dispose();
            throw;
        }
    }
}
