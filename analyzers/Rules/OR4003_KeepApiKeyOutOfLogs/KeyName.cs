using System;
using System.Linq;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>Whether a variable of the environment, or a setting, is called as if it held an API key.</summary>
internal static class KeyName
{
    private static readonly string[] s_endings = ["APIKEY", "OPENROUTERKEY"];
    private static readonly string[] s_separators = [":", "__"];

    // Switches that are about a key.
    private static readonly string[] s_switches = ["USE", "HAS", "REQUIRE", "REQUIRES", "ALLOW", "ENABLE", "DISABLE", "SHOW", "LOG", "NEEDS", "SKIP", "CHECK", "VALIDATE"];

    // Keys that everybody may see.
    private static readonly string[] s_public = ["PUBLIC", "PUBLISHABLE"];

    public static bool IsOfKey(string name)
    {
        var whole = Letters(name);
        var last = Letters(name.Split(s_separators, StringSplitOptions.None).Last());
        return Array.Exists(s_endings, ending => whole.EndsWith(ending, StringComparison.Ordinal) && !Array.Exists(s_switches, word => last == word + ending))
            && !Array.Exists(s_public, word => whole.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    // The key of a second account has a number behind it.
    private static string Letters(string name)
    {
        return new string(name.ToUpperInvariant().Where(static character => character is >= 'A' and <= 'Z').ToArray());
    }
}
