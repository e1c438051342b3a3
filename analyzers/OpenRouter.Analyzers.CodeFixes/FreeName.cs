using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Names for locals that are new to the member around a place.</summary>
internal static class FreeName
{
    /// <summary>The first of the names that is not taken; otherwise the first one of all, with the lowest number that makes it new.</summary>
    public static string At(SyntaxNode place, params string[] wanted)
    {
        var around = (SyntaxNode?)place.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(static member => member is not GlobalStatementSyntax)
            ?? place.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(
            around.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
            StringComparer.Ordinal);
        var name = wanted.FirstOrDefault(candidate => !taken.Contains(candidate)) ?? wanted[0];
        for (var number = 2; taken.Contains(name); number++)
        {
            name = wanted[0] + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
