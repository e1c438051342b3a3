using System;
using System.Collections.Generic;

namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>Models that are known by a name alone, with the id that a router of many vendors has for them.</summary>
internal static class KnownModelNames
{
    private static readonly Dictionary<string, string> s_ids = new(StringComparer.OrdinalIgnoreCase)
    {
        ["auto"] = "openrouter/auto",
        ["gpt-3.5-turbo"] = "openai/gpt-3.5-turbo",
        ["gpt-4"] = "openai/gpt-4",
        ["gpt-4-turbo"] = "openai/gpt-4-turbo",
        ["gpt-4o"] = "openai/gpt-4o",
        ["gpt-4o-mini"] = "openai/gpt-4o-mini",
        ["gpt-4.1"] = "openai/gpt-4.1",
        ["gpt-4.1-mini"] = "openai/gpt-4.1-mini",
        ["gpt-4.1-nano"] = "openai/gpt-4.1-nano",
        ["gpt-5"] = "openai/gpt-5",
        ["gpt-5-mini"] = "openai/gpt-5-mini",
        ["gpt-5-nano"] = "openai/gpt-5-nano",
        ["gpt-oss-20b"] = "openai/gpt-oss-20b",
        ["gpt-oss-120b"] = "openai/gpt-oss-120b",
        ["o1"] = "openai/o1",
        ["o3"] = "openai/o3",
        ["o3-mini"] = "openai/o3-mini",
        ["o4-mini"] = "openai/o4-mini",
        ["claude-3.5-sonnet"] = "anthropic/claude-3.5-sonnet",
        ["claude-3.7-sonnet"] = "anthropic/claude-3.7-sonnet",
        ["claude-sonnet-4"] = "anthropic/claude-sonnet-4",
        ["claude-sonnet-4.5"] = "anthropic/claude-sonnet-4.5",
        ["claude-sonnet-4-5"] = "anthropic/claude-sonnet-4.5",
        ["claude-haiku-4.5"] = "anthropic/claude-haiku-4.5",
        ["claude-haiku-4-5"] = "anthropic/claude-haiku-4.5",
        ["claude-opus-4"] = "anthropic/claude-opus-4",
        ["claude-opus-4.1"] = "anthropic/claude-opus-4.1",
        ["claude-opus-4-1"] = "anthropic/claude-opus-4.1",
        ["gemini-2.5-pro"] = "google/gemini-2.5-pro",
        ["gemini-2.5-flash"] = "google/gemini-2.5-flash",
        ["gemini-2.5-flash-lite"] = "google/gemini-2.5-flash-lite",
        ["deepseek-chat"] = "deepseek/deepseek-chat",
        ["grok-4"] = "x-ai/grok-4",
        ["kimi-k2"] = "moonshotai/kimi-k2",
        ["llama-3.3-70b-instruct"] = "meta-llama/llama-3.3-70b-instruct",
        ["sonar"] = "perplexity/sonar",
    };

    // Beginnings by which a name is recognised as that of a model, even in a test that makes up others.
    private static readonly string[] s_families = ["gpt-", "claude-", "gemini-", "deepseek-", "grok-", "llama-", "mistral-", "qwen", "kimi-", "o1-", "o3-", "o4-"];

    /// <summary>The whole id for a name, its variant such as <c>:free</c> kept; nothing when the name is not known.</summary>
    public static string? TryComplete(string name)
    {
        var colon = name.IndexOf(':');
        var model = colon < 0 ? name : name.Substring(0, colon);
        return s_ids.TryGetValue(model, out var id) ? id + name.Substring(model.Length) : null;
    }

    /// <summary>Whether the name can only be meant as that of a real model.</summary>
    public static bool IsFamiliar(string name)
    {
        return TryComplete(name) is not null
            || Array.Exists(s_families, family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));
    }
}
