using OpenRouter.Core;

namespace OpenRouter.Extensions.Configuration;

/// <summary>Makes keys of texts that come from outside.</summary>
internal static class KeyText
{
    /// <summary>What is wrong with a text that is no key.</summary>
    public const string Problem = "holds a blank, a control character or a character outside ASCII, as no key does. Copy the key again.";

    /// <summary>The key, or null when the text cannot be one.</summary>
    public static ApiKey? Read([Runtime.Annotations.ApiKey] string text)
        => text.AsSpan().Trim().ContainsAnyExceptInRange('!', '~') ? null : new ApiKey(text);
}
