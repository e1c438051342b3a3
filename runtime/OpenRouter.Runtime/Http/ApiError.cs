using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>An error of the service, read from any of its shapes: an object, a bare string, with or without a code.</summary>
internal sealed record ApiError
{
    public string? Message { get; private init; }

    public string? Code { get; private init; }

    public int? Number { get; private init; }

    public OpenRouterErrorType? Type { get; private init; }

    public string? Provider { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    public bool? IsRetryable { get; private init; }

    /// <summary>What the provider said, when the message itself says only that it failed.</summary>
    public string? Upstream { get; private init; }

    /// <summary>The message, with the words of the provider when they say more.</summary>
    public string Said => (Message, Upstream) switch
    {
        (null or "", null) => "no message",
        (null or "", var upstream) => upstream,
        (var message, null) => message,
        (var message, var upstream) when message.Contains(upstream, StringComparison.Ordinal) => message,
        (var message, var upstream) => $"{message}: {upstream}",
    };

    public static ApiError Read(JsonElement error, DateTimeOffset now)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return new ApiError { Message = error.ValueKind == JsonValueKind.String ? error.GetString() : error.GetRawText() };
        }

        if (Text(error, "message") is null && Nested(error) is { ValueKind: not JsonValueKind.Undefined } nested)
        {
            var inner = Read(nested, now);
            return inner.Type is null && ErrorType(error) is { } outer ? inner with { Type = new OpenRouterErrorType(outer) } : inner;
        }

        var metadata = Member(error, "metadata");
        var availability = Member(error, "availability");
        var code = Text(error, "code") ?? Text(error, "type") ?? Text(availability, "code");
        var type = Text(metadata, "error_type") ?? Text(error, "error_type");
        return new ApiError
        {
            Message = Text(error, "message"),
            Code = code,
            Number = Whole(error, "code") ?? Whole(error, "status_code") ?? Whole(error, "http_status"),
            Type = type is null ? null : new OpenRouterErrorType(type),
            Provider = Text(metadata, "provider_name"),
            RetryAfter = ReadRetryAfter(metadata, availability, now),
            IsRetryable = Member(availability, "retryable").ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            },
            Upstream = ReadUpstream(metadata),
        };
    }

    /// <summary>An event that reports a failure holds the error, or a response that holds it.</summary>
    private static JsonElement Nested(JsonElement item)
    {
        var own = Member(item, "error");
        var error = own.ValueKind is JsonValueKind.Object or JsonValueKind.String ? own : Member(Member(item, "response"), "error");
        return error.ValueKind is JsonValueKind.Object or JsonValueKind.String ? error : default;
    }

    private static string? ErrorType(JsonElement item) => Text(item, "error_type") ?? Text(Member(item, "response"), "error_type");

    private static TimeSpan? ReadRetryAfter(JsonElement metadata, JsonElement availability, DateTimeOffset now)
        => RetryHint.FromSeconds(Fraction(metadata, "retry_after_seconds"))
            ?? RetryHint.FromSeconds(Fraction(availability, "retry_after"))
            ?? RetryHint.FromUnixMilliseconds(Text(Member(metadata, "headers"), "X-RateLimit-Reset"), now);

    /// <summary>The raw answer of a provider is text, an object, or an object written into text.</summary>
    private static string? ReadUpstream(JsonElement metadata)
    {
        var raw = Member(metadata, "raw");
        if (raw.ValueKind == JsonValueKind.String && raw.GetString() is { Length: > 0 } text)
        {
            return text.AsSpan().TrimStart().StartsWith("{") && TryParse(text) is { } parsed ? InnerMessage(parsed) ?? text : text;
        }

        return raw.ValueKind == JsonValueKind.Object ? InnerMessage(raw) ?? raw.GetRawText() : null;
    }

    private static string? InnerMessage(JsonElement raw)
    {
        var error = Member(raw, "error");
        return Text(error, "message") ?? Text(raw, "message") ?? (error.ValueKind == JsonValueKind.String ? error.GetString() : null);
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return JsonModel.Parse<JsonElement>(Encoding.UTF8.GetBytes(text), JsonRead.Element);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Member(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement parent, string name)
    {
        var value = Member(parent, name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static int? Whole(JsonElement parent, string name)
        => int.TryParse(Text(parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Fraction(JsonElement parent, string name)
        => double.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
