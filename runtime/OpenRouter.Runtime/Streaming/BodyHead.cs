using System.Buffers;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Streaming;

/// <summary>The first bytes of a body, kept until the first event shows that it is a stream.</summary>
internal sealed class BodyHead
{
    private const int MaxBytes = 4096;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private bool _isStopped;

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Whether a media type can be that of a stream; services forget to name it.</summary>
    public static bool IsEventStream(string? mediaType)
        => mediaType is null
            || !(mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                || mediaType.EndsWith("html", StringComparison.OrdinalIgnoreCase)
                || mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether bytes without an event are something else than the beginning of a stream.</summary>
    public static bool IsForeign(ReadOnlySpan<byte> body)
    {
        var text = body.Trim(" \t\r\n\uFEFF"u8);
        return !text.IsEmpty && text[0] != ':' && SseLine.IsIgnorable(text);
    }

    /// <summary>What a body means that came where a stream was expected.</summary>
    public static OpenRouterException ToException(Failures failures, ReadOnlySpan<byte> body, string? contentType, ApiRequest request, CallFacts facts)
    {
        if (ErrorEnvelope.Find(body) is { } error)
        {
            return failures.FromError(error, facts, Encoding.UTF8.GetString(body));
        }

        return failures.Protocol($"The service answered {request} with {contentType ?? "no content type"} where a stream was expected. Check the base address, and that the request asks for a stream.", facts, body);
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!_isStopped && _bytes.WrittenCount < MaxBytes)
        {
            _bytes.Write(bytes[..Math.Min(bytes.Length, MaxBytes - _bytes.WrittenCount)]);
        }
    }

    /// <summary>Forgets the bytes: the body is a stream.</summary>
    public void Stop()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            _bytes.ResetWrittenCount();
        }
    }
}
