using System.Collections.Frozen;
using System.Text.Json.Serialization;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Core;

/// <summary>The stable name of what went wrong. The set is open: a name that is new here is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<OpenRouterErrorType>))]
public readonly struct OpenRouterErrorType : IOpenEnum<OpenRouterErrorType>, IEquatable<OpenRouterErrorType>
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "authentication",
        "permission_denied",
        "payment_required",
        "rate_limit_exceeded",
        "provider_overloaded",
        "provider_unavailable",
        "invalid_request",
        "invalid_prompt",
        "not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_not_found",
        "image_download_failed",
        "server",
        "timeout",
        "unmapped",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string? _value;

    /// <summary>Wraps a name, known or not.</summary>
    public OpenRouterErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Prompt and answer do not fit the context of the model.</summary>
    public static OpenRouterErrorType ContextLengthExceeded => new("context_length_exceeded");

    /// <summary>More output was asked for than the model gives.</summary>
    public static OpenRouterErrorType MaxTokensExceeded => new("max_tokens_exceeded");

    /// <summary>A limit of tokens was reached.</summary>
    public static OpenRouterErrorType TokenLimitExceeded => new("token_limit_exceeded");

    /// <summary>A text of the request is too long.</summary>
    public static OpenRouterErrorType StringTooLong => new("string_too_long");

    /// <summary>The key is missing or refused.</summary>
    public static OpenRouterErrorType Authentication => new("authentication");

    /// <summary>The key may not do this.</summary>
    public static OpenRouterErrorType PermissionDenied => new("permission_denied");

    /// <summary>The credits do not cover the request.</summary>
    public static OpenRouterErrorType PaymentRequired => new("payment_required");

    /// <summary>Too many requests.</summary>
    public static OpenRouterErrorType RateLimitExceeded => new("rate_limit_exceeded");

    /// <summary>The provider has no capacity right now.</summary>
    public static OpenRouterErrorType ProviderOverloaded => new("provider_overloaded");

    /// <summary>The provider failed or could not be reached.</summary>
    public static OpenRouterErrorType ProviderUnavailable => new("provider_unavailable");

    /// <summary>The request is wrong.</summary>
    public static OpenRouterErrorType InvalidRequest => new("invalid_request");

    /// <summary>The prompt is wrong.</summary>
    public static OpenRouterErrorType InvalidPrompt => new("invalid_prompt");

    /// <summary>There is no such model, endpoint or object.</summary>
    public static OpenRouterErrorType NotFound => new("not_found");

    /// <summary>A condition of the request does not hold.</summary>
    public static OpenRouterErrorType PreconditionFailed => new("precondition_failed");

    /// <summary>The request is too large.</summary>
    public static OpenRouterErrorType PayloadTooLarge => new("payload_too_large");

    /// <summary>The request is well formed and makes no sense.</summary>
    public static OpenRouterErrorType Unprocessable => new("unprocessable");

    /// <summary>Prompt or answer break a policy.</summary>
    public static OpenRouterErrorType ContentPolicyViolation => new("content_policy_violation");

    /// <summary>The model refused.</summary>
    public static OpenRouterErrorType Refusal => new("refusal");

    /// <summary>An image cannot be read.</summary>
    public static OpenRouterErrorType InvalidImage => new("invalid_image");

    /// <summary>An image is too large.</summary>
    public static OpenRouterErrorType ImageTooLarge => new("image_too_large");

    /// <summary>An image is too small.</summary>
    public static OpenRouterErrorType ImageTooSmall => new("image_too_small");

    /// <summary>An image has a format that the model cannot read.</summary>
    public static OpenRouterErrorType UnsupportedImageFormat => new("unsupported_image_format");

    /// <summary>The address of an image leads nowhere.</summary>
    public static OpenRouterErrorType ImageNotFound => new("image_not_found");

    /// <summary>An image could not be downloaded.</summary>
    public static OpenRouterErrorType ImageDownloadFailed => new("image_download_failed");

    /// <summary>The service failed.</summary>
    public static OpenRouterErrorType Server => new("server");

    /// <summary>The service or the provider took too long.</summary>
    public static OpenRouterErrorType Timeout => new("timeout");

    /// <summary>The provider reported something that OpenRouter does not know.</summary>
    public static OpenRouterErrorType Unmapped => new("unmapped");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => Names.Contains(Value);

    /// <inheritdoc/>
    public static OpenRouterErrorType FromValue(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OpenRouterErrorType other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OpenRouterErrorType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Value;

    /// <summary>Compares the names.</summary>
    public static bool operator ==(OpenRouterErrorType left, OpenRouterErrorType right) => left.Equals(right);

    /// <summary>Compares the names.</summary>
    public static bool operator !=(OpenRouterErrorType left, OpenRouterErrorType right) => !left.Equals(right);
}
