using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>Writes the whole id of a model that is known by its name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteModelIdCodeFix))]
internal sealed class CompleteModelIdCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.NameModelWithVendor;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(ModelIdEdit.ReplaceAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NameModelWithVendor);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Write the whole id of the model", EquivalenceKey, ModelIdEdit.ReplaceAsync);
    }
}
