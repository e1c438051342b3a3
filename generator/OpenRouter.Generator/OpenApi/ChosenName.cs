using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads the C# names that a document or overlay chooses: what is no name in C# is reported and not used.</summary>
internal static class ChosenName
{
    /// <summary>A name such as <c>ChatRequest</c>; null when there is none, or none that C# takes.</summary>
    public static string? Read(Node owner, string extension, ProblemList? problems = null) =>
        owner[extension] is not { } node || IsName(node.Text) ? owner.String(extension) : Refuse(node, extension, problems);

    /// <summary>A namespace such as <c>Chat.Tools</c>.</summary>
    public static string? ReadNamespace(Node owner, string extension, ProblemList problems) =>
        owner[extension] is not { } node || node.Text.Split('.').All(IsName) ? owner.String(extension) : Refuse(node, extension, problems);

    private static string? Refuse(Node node, string extension, ProblemList? problems)
    {
        problems?.Add(ProblemRule.InvalidValue, node.Span, $"'{extension}' must be a C# name that begins with a capital letter; it is not used.");
        return null;
    }

    /// <summary>A name in lower case could be a keyword, of today or tomorrow.</summary>
    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && !char.IsLower(text[0]) && text[0] != '_';
}
