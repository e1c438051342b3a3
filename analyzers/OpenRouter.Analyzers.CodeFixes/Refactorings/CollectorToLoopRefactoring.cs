using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Writes out the loop that a collector runs: text is appended as it comes, the finish reason is kept.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(CollectorToLoopRefactoring))]
internal sealed class CollectorToLoopRefactoring : CodeRefactoringProvider
{
    public const string EquivalenceKey = "OpenRouter.CollectorToLoop";

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var statement = root?.FindToken(context.Span.Start).Parent?.AncestorsAndSelf().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault();
        if (statement is not { Parent: BlockSyntax block, Declaration.Variables.Count: 1 } ||
            statement.Declaration.Variables[0] is not { Initializer.Value: AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call } } variable ||
            context.Document.Project.ParseOptions is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model ||
            KnownTypes.TryFind(model.Compilation) is not { } known || call.Expression is not MemberAccessExpressionSyntax access ||
            model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol collector || !known.IsCollector(collector) ||
            known.ChunkOf(model.GetTypeInfo(access.Expression, context.CancellationToken).Type) is not { } chunk)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var local = model.GetDeclaredSymbol(variable, context.CancellationToken);
        if (!TextRefactoring.OwnsItsLines(text, statement) || collector.Parameters.Any(parameter => !known.IsToken(parameter.Type)) ||
            FinishPath.Find(chunk, known.Members) is not { } finishPath || FinishCheck.TypeAt(chunk, finishPath) is not { } finishType ||
            FinishPath.Find(chunk, known.Members.IsModelText, known.Members.ReachesText) is not { } textPath)
        {
            return;
        }

        // Only the text can be taken from the loop; whoever reads more of the answer needs the collector.
        var names = new FreeNames(block);
        var builder = names.Take("text");
        var changes = new List<TextChange>();
        foreach (var use in block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText))
        {
            if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, context.CancellationToken).Symbol, local))
            {
                continue;
            }

            if (use.Parent is not MemberAccessExpressionSyntax member || member.Expression != use ||
                model.GetSymbolInfo(member, context.CancellationToken).Symbol is not IPropertySymbol { Name: "Text" or "Content" } property || !known.Members.IsModelText(property))
            {
                return;
            }

            changes.Add(new TextChange(member.Span, builder + ".ToString()"));
        }

        var check = new FinishCheck(finishType, model, statement.SpanStart);
        var token = call.ArgumentList.Arguments.Count == 0 ? string.Empty : ".WithCancellation(" + call.ArgumentList.Arguments[0].Expression + ")";
        var chunkName = names.Take("chunk");
        var finish = names.Take("finish");
        var reason = names.Take("reason");
        var piece = names.Take("piece");
        var builderType = known.StringBuilder?.ToMinimalDisplayString(model, statement.SpanStart) ?? "System.Text.StringBuilder";
        var lines = new[]
        {
            "var " + builder + " = new " + builderType + "();",
            check.Declare(finish),
            "await foreach (var " + chunkName + " in " + access.Expression.ToString().TrimEnd() + token + ")",
            "{",
            "    if (" + FinishCheck.Match(chunkName, finishPath, reason) + ")",
            "    {",
            "        " + finish + " = " + reason + ";",
            "    }",
            string.Empty,
            "    if (" + FinishCheck.Match(chunkName, textPath, piece) + ")",
            "    {",
            "        " + builder + ".Append(" + piece + ");",
            "    }",
            "}",
            string.Empty,
            "if (" + check.ConditionFor(finish) + ")",
            "{",
            "    " + check.ThrowFor(finish),
            "}",
        };
        var indent = TextRefactoring.IndentAt(text, statement.SpanStart);
        var newLine = TextRefactoring.NewLineOf(text);
        changes.Add(new TextChange(statement.Span, string.Join(newLine, lines.Select((line, number) => number == 0 || line.Length == 0 ? line : indent + line))));
        TextRefactoring.Register(context, "Loop over the stream instead of collecting", EquivalenceKey, changes);
    }
}
