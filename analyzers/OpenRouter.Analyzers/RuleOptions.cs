using System;

namespace OpenRouter.Analyzers;

/// <summary>The keys of <c>.editorconfig</c> by which a user tells the rules what only the user knows.</summary>
internal static class RuleOptions
{
    /// <summary><c>branch</c> (default): a finish reason has to be decided on. <c>observe</c>: having seen it is enough.</summary>
    public const string FinishReasonPolicy = "openrouter.finish_reason_policy";

    /// <summary>Methods, as <c>Type.Method</c> separated by commas, that are trusted with chunks and streams like collectors.</summary>
    public const string TrustedConsumers = "openrouter.trusted_consumers";

    /// <summary><c>check</c> (default), or <c>limited</c>: answers to requests without a limit of tokens need no check.</summary>
    public const string NonStreamingPolicy = "openrouter.nonstreaming_policy";

    /// <summary>Regular expressions, separated by spaces, of further keys that belong in no source file.</summary>
    public const string ApiKeyPatterns = "openrouter.api_key_patterns";

    /// <summary>Model ids, separated by commas, that are right as they are.</summary>
    public const string AllowedModels = "openrouter.allowed_models";

    /// <summary><c>true</c>: properties that a user interface is bound to may be appended to in a loop.</summary>
    public const string AllowBoundAppend = "openrouter.allow_bound_append";

    /// <summary>Methods, as <c>Type.Method</c> separated by commas, that make text safe to be shown as HTML.</summary>
    public const string HtmlSanitizers = "openrouter.html_sanitizers";

    private static readonly char[] s_separators = [',', ';', ' ', '\t'];

    /// <summary>The entries of a list. A semicolon begins a comment in <c>.editorconfig</c>, so entries are separated by commas or spaces.</summary>
    public static string[] Split(string list)
    {
        return list.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
    }
}
