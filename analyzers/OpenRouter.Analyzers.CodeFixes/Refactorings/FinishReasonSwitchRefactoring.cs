using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Adds a switch with an arm for every known finish reason behind the statement that reads one.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(FinishReasonSwitchRefactoring))]
internal sealed class FinishReasonSwitchRefactoring : CodeRefactoringProvider
{
    public const string EquivalenceKey = "OpenRouter.FinishReasonSwitch";

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var place = root?.FindToken(context.Span.Start).Parent;
        var statement = place?.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault();
        if (place is null || statement is not { Parent: BlockSyntax } || statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax) ||
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model ||
            KnownTypes.TryFind(model.Compilation) is not { } known)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (!TextRefactoring.OwnsItsLines(text, statement) || SubjectAt(place, statement, model, known) is not { Subject: { } subject, Type: { } type } ||
            FinishReasonValues.TryFind(type, model, statement.SpanStart) is not { } values)
        {
            return;
        }

        var indent = TextRefactoring.IndentAt(text, statement.SpanStart);
        var newLine = TextRefactoring.NewLineOf(text);
        var lines = new List<string> { "switch (" + values.SubjectOf(subject) + ")", "{" };
        foreach (var label in values.Labels)
        {
            lines.Add("    case " + label + ":");
            lines.Add("        break;");
        }

        var exception = model.Compilation.GetTypeByMetadataName("System.InvalidOperationException")?.ToMinimalDisplayString(model, statement.SpanStart)
            ?? "System.InvalidOperationException";
        lines.Add("    default:");
        lines.Add("        throw new " + exception + "($\"The answer ended with '{" + subject + "}'.\");");
        lines.Add("}");
        var end = text.Lines.GetLineFromPosition(statement.Span.End).End;
        var inserted = newLine + newLine + indent + string.Join(newLine + indent, lines);
        TextRefactoring.Register(context, "Add a switch over every finish reason", EquivalenceKey, [new TextChange(new TextSpan(end, 0), inserted)]);
    }

    /// <summary>What to switch over: the local that the reason is kept in, or the members that lead to it.</summary>
    private static (string? Subject, ITypeSymbol? Type) SubjectAt(SyntaxNode place, StatementSyntax statement, SemanticModel model, KnownTypes known)
    {
        if (statement is LocalDeclarationStatementSyntax { Declaration: { Variables.Count: 1 } declaration } &&
            declaration.Variables[0] is { Initializer.Value: { } value } variable &&
            model.GetDeclaredSymbol(variable) is ILocalSymbol local && model.GetOperation(value) is { } operation &&
            operation.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(read =>
                known.Annotations.FinishReason.IsOn(read.Property) && SymbolEqualityComparer.Default.Equals(FinishReasonValues.Bare(read.Type), FinishReasonValues.Bare(local.Type))))
        {
            return (variable.Identifier.Text, local.Type);
        }

        // Reading it a second time must do nothing else: members of a variable only.
        return place.AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(access =>
                access.Name.Span.Contains(place.Span) && model.GetSymbolInfo(access).Symbol is IPropertySymbol property && known.Annotations.FinishReason.IsOn(property)) is { } read
            && IsPlain(read.Expression, model)
            && !read.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax)
            ? (read.ToString(), model.GetTypeInfo(read).Type)
            : (null, null);
    }

    private static bool IsPlain(ExpressionSyntax expression, SemanticModel model)
    {
        return expression switch
        {
            MemberAccessExpressionSyntax access => IsPlain(access.Expression, model),
            ElementAccessExpressionSyntax element => IsPlain(element.Expression, model) && element.ArgumentList.Arguments.All(static argument => argument.Expression is LiteralExpressionSyntax),
            PostfixUnaryExpressionSyntax notNull => IsPlain(notNull.Operand, model),
            ThisExpressionSyntax => true,
            IdentifierNameSyntax name => model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol,
            _ => false,
        };
    }
}
