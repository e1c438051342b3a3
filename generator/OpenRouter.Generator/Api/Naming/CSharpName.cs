using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace OpenRouter.Generator.Api.Naming;

/// <summary>Turns names of a document into C# identifiers. One rule for all: words are capitalised and joined.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected",
        "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while", "field", "value", "await", "async", "record", "required", "file", "scoped",
    };

    /// <summary>A type or member name: <c>finish_reason</c> is FinishReason, <c>gpt-4.1</c> is Gpt4_1, <c>5m</c> is _5m.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        var startsWord = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsWordCharacter(c))
            {
                startsWord = true;
                continue;
            }

            if (startsWord && char.IsDigit(c) && name.Length > 0 && char.IsDigit(name[name.Length - 1]))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        if (name.Length == 0)
        {
            return text.Length == 0 ? "Empty" : Symbols(text);
        }

        return char.IsDigit(name[0]) || !IsStart(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>A parameter or local name; keywords get an <c>@</c>.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        var lowered = 0;
        while (lowered < pascal.Length && char.IsUpper(pascal[lowered])
            && (lowered == 0 || lowered + 1 == pascal.Length || char.IsUpper(pascal[lowered + 1])))
        {
            lowered++;
        }

        var name = pascal.Substring(0, lowered).ToLowerInvariant() + pascal.Substring(lowered);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>A private field.</summary>
    public static string Field(string text) => "_" + Camel(text).TrimStart('@', '_');

    /// <summary>The name of one item of a list: messages is Message, categories is Category.</summary>
    public static string Singular(string pascal)
    {
        if (pascal.EndsWith("ies", StringComparison.Ordinal) && pascal.Length > 4)
        {
            return pascal.Substring(0, pascal.Length - 3) + "y";
        }

        foreach (var ending in new[] { "sses", "shes", "ches", "xes" })
        {
            if (pascal.EndsWith(ending, StringComparison.Ordinal))
            {
                return pascal.Substring(0, pascal.Length - 2);
            }
        }

        return pascal.EndsWith("s", StringComparison.Ordinal) && !pascal.EndsWith("ss", StringComparison.Ordinal) && pascal.Length > 2
            ? pascal.Substring(0, pascal.Length - 1)
            : pascal;
    }

    private static string Symbols(string text)
    {
        var name = new StringBuilder("Symbol");
        foreach (var c in text)
        {
            name.Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    private static bool IsStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
