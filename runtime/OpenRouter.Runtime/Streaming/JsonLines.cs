using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads an answer of one JSON value a line. The request is sent at each enumeration.</summary>
internal static class JsonLines
{
    private const int FirstBytes = 4096;

    public static async IAsyncEnumerable<T> Read<T>(ApiConnection connection, ApiRequest request, ItemReader<T> reader, CancellationToken own, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var call = new ApiCall(connection, request, own, cancellationToken) { IsStreamed = true };
        call.Tell();
        using var response = await OpenAsync(connection, call).ConfigureAwait(false);
        var facts = response.Facts;
        var body = await response.OpenAsync().ConfigureAwait(false);
        using var cut = new BodyCut(body.Inner);
        var buffer = new byte[FirstBytes];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                if (Parse(connection, request, reader, facts, buffer.AsSpan(start, length)) is (true, { } item))
                {
                    yield return item;
                }

                start += length + 1;
                continue;
            }

            (buffer, end) = MakeRoom(buffer, start, end, connection, request, facts);
            start = 0;
            var count = await ReadAsync(connection, request, response, body, buffer.AsMemory(end)).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            end += count;
        }

        if (Parse(connection, request, reader, facts, buffer.AsSpan(start, end - start)) is (true, { } last))
        {
            yield return last;
        }
    }

    private static async Task<ApiResponse> OpenAsync(ApiConnection connection, ApiCall call)
    {
        ApiResponse? response = null;
        try
        {
            await connection.Retries.RunAsync(
                call, async current => response = await connection.SendAsync(current, "application/x-ndjson, application/jsonl").ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.TellEnd(exception);
            throw;
        }

        call.Telemetry?.End(new CallEnd { Outcome = AnswerOutcome.Completed, Elapsed = call.Timer.Elapsed, Attempts = call.Attempts.Count + 1, GenerationId = response!.GenerationId });
        return response!;
    }

    private static async ValueTask<int> ReadAsync(ApiConnection connection, ApiRequest request, ApiResponse response, ClockedStream body, Memory<byte> target)
    {
        try
        {
            return await body.ReadAsync(target, response.Guard.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (connection.Translate(exception, request, response.Guard, response.Facts) is { } better)
        {
            throw better;
        }
    }

    private static (byte[] Buffer, int End) MakeRoom(byte[] buffer, int start, int end, ApiConnection connection, ApiRequest request, CallFacts facts)
    {
        var length = end - start;
        if (length >= connection.Limits.MaxEventBytes)
        {
            throw connection.Failures.Plain($"A line of the answer to {request} is larger than the {connection.Limits.MaxEventBytes} bytes that are allowed. Raise StreamLimits.MaxEventBytes if lines of this size are expected.", facts);
        }

        var target = length > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, length);
        return (target, length);
    }

    private static (bool HasItem, T? Item) Parse<T>(ApiConnection connection, ApiRequest request, ItemReader<T> reader, CallFacts facts, ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty)
        {
            return (false, default);
        }

        if (ErrorEnvelope.FindUnderSuccess(line) is { } error)
        {
            throw connection.Failures.FromError(error, facts);
        }

        try
        {
            return (true, JsonModel.Parse(line, reader));
        }
        catch (JsonException exception)
        {
            throw connection.Failures.Protocol($"A line of the answer to {request} is not what was expected: {exception.Message}", facts, line, exception);
        }
    }
}
