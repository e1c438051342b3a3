using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads an answer of one JSON value a line. The request is sent at each enumeration.</summary>
internal static class JsonLines
{
    private const int FirstBytes = 4096;

    public static async IAsyncEnumerable<T> Read<T>(ApiConnection connection, ApiRequest request, ItemReader<T> reader, CancellationToken own, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var tokens = CancellationTokenSource.CreateLinkedTokenSource(own, cancellationToken);
        using var response = await connection.SendAsync(request, "application/x-ndjson, application/jsonl", tokens.Token).ConfigureAwait(false);
        var facts = new CallFacts(response.GenerationId, response.ProviderName);
        var body = await response.OpenAsync(tokens.Token).ConfigureAwait(false);
        using var cut = new BodyCut(body);
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
            var count = await ReadAsync(connection, request, body, buffer.AsMemory(end), own, cancellationToken).ConfigureAwait(false);
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

    private static async ValueTask<int> ReadAsync(ApiConnection connection, ApiRequest request, Stream body, Memory<byte> target, CancellationToken own, CancellationToken other)
    {
        using var tokens = CancellationTokenSource.CreateLinkedTokenSource(own, other);
        try
        {
            return await body.ReadAsync(target, tokens.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (connection.Translate(exception, request, other.IsCancellationRequested ? other : own) is { } better)
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
