using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>The edit that keeps the finish reason of a loop in a local and looks at it after the loop.</summary>
internal static class KeptFinishReason
{
    public static IReadOnlyList<TextChange>? Edit(StreamLoop loop, string path, CancellationToken cancellationToken)
    {
        if (loop.Syntax.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            loop.Model.GetDeclaredSymbol(loop.Syntax, cancellationToken) is not { } chunk ||
            FinishCheck.TypeAt(chunk.Type, path) is not { } type)
        {
            return null;
        }

        var finish = loop.FreeName("finish");
        var reason = loop.FreeName("reason");
        var check = new FinishCheck(type, loop.Model, loop.Syntax.SpanStart);
        var edit = new List<TextChange> { loop.Before(check.Declare(finish)) };
        edit.AddRange(loop.AtStartOfBody(
            "if (" + FinishCheck.Match(loop.Syntax.Identifier.Text, path, reason) + ")",
            "{",
            "    " + finish + " = " + reason + ";",
            "}"));
        edit.Add(loop.After(
            "if (" + check.ConditionFor(finish) + ")",
            "{",
            "    " + check.ThrowFor(finish),
            "}"));
        return edit.OrderBy(static change => change.Span.Start).ToList();
    }
}
