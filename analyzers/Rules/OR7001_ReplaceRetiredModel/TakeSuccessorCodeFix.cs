using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;

/// <summary>Asks for the model that the list names as the replacement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeSuccessorCodeFix))]
internal sealed class TakeSuccessorCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.ReplaceRetiredModel;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(ModelIdEdit.ReplaceAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ReplaceRetiredModel);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Take the replacement of the model", EquivalenceKey, ModelIdEdit.ReplaceAsync);
    }
}
