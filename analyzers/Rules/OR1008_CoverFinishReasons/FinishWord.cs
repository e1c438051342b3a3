using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;

/// <summary>What a finish reason means, whatever a service calls it.</summary>
internal enum FinishMeaning
{
    Other,
    Success,
    Failure,
    Tools,
}

/// <summary>One value that a finish reason can have.</summary>
internal sealed class FinishWord
{
    private static readonly string[] s_success = ["stop", "endturn", "stopsequence", "done", "complete", "completed"];
    private static readonly string[] s_failure = ["length", "maxtokens", "maxoutputtokens", "contentfilter", "contentfiltered", "refusal", "error"];
    private static readonly string[] s_tools = ["toolcalls", "tooluse"];

    public FinishWord(string name, string text)
    {
        Name = name;
        Text = text;
        var key = new string(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
        Meaning = s_success.Contains(key) ? FinishMeaning.Success
            : s_failure.Contains(key) ? FinishMeaning.Failure
            : s_tools.Contains(key) ? FinishMeaning.Tools
            : FinishMeaning.Other;
    }

    /// <summary>The constant that holds it; empty for a word of a service that was given no name.</summary>
    public string Name { get; }

    /// <summary>The word itself; of an enum, the name of the member.</summary>
    public string Text { get; }

    public FinishMeaning Meaning { get; }

    /// <summary>The word behind a constant; nothing when it is none that a finish reason can have.</summary>
    public static FinishWord? Of(IFieldSymbol constant)
    {
        return constant.ContainingType.TypeKind == TypeKind.Enum
            ? new FinishWord(constant.Name, constant.Name)
            : constant.ConstantValue is string text ? new FinishWord(constant.Name, text) : null;
    }
}
