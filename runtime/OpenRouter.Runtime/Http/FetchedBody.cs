using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Telemetry;

namespace OpenRouter.Runtime.Http;

/// <summary>The body of an answer that is not streamed, fetched with as many attempts as it takes. Dispose it.</summary>
internal sealed class FetchedBody : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly string _accept;
    private readonly bool _holdsErrors;
    private BodyBuffer? _buffer;

    private FetchedBody(ApiConnection connection, string accept, bool holdsErrors) => (_connection, _accept, _holdsErrors) = (connection, accept, holdsErrors);

    public ReadOnlySpan<byte> Bytes => _buffer is null ? default : _buffer.Bytes;

    public string? ContentType { get; private set; }

    public CallFacts Facts { get; private set; }

    /// <summary>Sends the request and reads the whole body.</summary>
    /// <param name="connection">What it is sent through.</param>
    /// <param name="request">The request.</param>
    /// <param name="accept">What may come back.</param>
    /// <param name="holdsErrors">Whether the body may be an error although the status says success.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <exception cref="OpenRouterException">The call failed.</exception>
    public static async Task<FetchedBody> FetchAsync(ApiConnection connection, ApiRequest request, string accept, bool holdsErrors, CancellationToken cancellationToken)
    {
        using var call = new ApiCall(connection, request, cancellationToken);
        var body = new FetchedBody(connection, accept, holdsErrors);
        call.Tell();
        try
        {
            await connection.Retries.RunAsync(call, body.ReadAsync).ConfigureAwait(false);
            body.TellEnd(call);
            return body;
        }
        catch (Exception exception)
        {
            call.TellEnd(exception);
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer?.Dispose();
        _buffer = null;
    }

    private void TellEnd(ApiCall call)
    {
        if (call.Telemetry is not { } telemetry)
        {
            return;
        }

        var envelope = AnswerEnvelope.Read(Bytes);
        telemetry.End(
            new CallEnd
            {
                Outcome = AnswerOutcome.Completed,
                Elapsed = call.Timer.Elapsed,
                Attempts = call.Attempts.Count + 1,
                GenerationId = Facts.GenerationId ?? envelope.Id,
                Provider = envelope.Provider ?? Facts.Provider,
                Model = envelope.Model,
                FinishReason = envelope.FinishReason,
                Usage = envelope.Usage,
            },
            _connection.Telemetry.Content is not null ? Encoding.UTF8.GetString(Bytes) : null);
    }

    private async ValueTask ReadAsync(ApiCall call)
    {
        Dispose();
        using var response = await _connection.SendAsync(call, _accept).ConfigureAwait(false);
        (ContentType, Facts) = (response.ContentType, response.Facts);
        var limit = _connection.Limits.MaxBodyBytes;
        try
        {
            var body = await response.OpenAsync().ConfigureAwait(false);
            using var inflated = Inflate(body, response) ?? throw Compressed(call.Request);
            _buffer = await BodyBuffer.ReadAsync(inflated, limit, response.Guard.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (_connection.Translate(exception, call.Request, response.Guard, Facts) is { } other)
        {
            throw other;
        }

        if (_buffer.IsCut)
        {
            throw _connection.Failures.Plain($"The answer to {call.Request} is larger than the {limit} bytes that are allowed. Raise StreamLimits.MaxBodyBytes if answers of this size are expected.", Facts);
        }

        // After a keep-alive the status is spent: a failure then arrives under 200.
        if (_holdsErrors && ErrorEnvelope.FindUnderSuccess(Bytes) is { } error)
        {
            throw _connection.Failures.FromError(error, Facts, Encoding.UTF8.GetString(Bytes[..Math.Min(Bytes.Length, _connection.Limits.MaxErrorBytes)]));
        }
    }

    private Stream? Inflate(ClockedStream body, ApiResponse response)
        => !response.IsCompressed ? body : _connection.Inflate?.Invoke(body, response.Encodings);

    private OpenRouterException Compressed(ApiRequest request)
        => _connection.Failures.Plain($"The answer to {request} is compressed in a way that was not asked for.", Facts);
}
