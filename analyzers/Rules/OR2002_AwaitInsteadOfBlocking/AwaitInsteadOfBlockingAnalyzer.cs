using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;

/// <summary>A thread stands still until a model has written its answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AwaitInsteadOfBlockingAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AwaitInsteadOfBlocking,
        "Blocking on the client",
        "'{0}' holds a thread until the answer of '{1}' is there; await it instead",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An answer takes seconds to minutes. A thread that waits for it serves nobody else, and where the continuation needs that very thread, it waits forever.",
        RuleCatalog.PageOf(RuleIds.AwaitInsteadOfBlocking, "AwaitInsteadOfBlocking"));

    private static readonly string[] s_testAttributes = ["FactAttribute", "TheoryAttribute", "TestAttribute", "TestCaseAttribute", "TestMethodAttribute", "DataTestMethodAttribute"];

    public AwaitInsteadOfBlockingAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        return known.Annotations.SendingMethod.Exists || known.HasStreams;
    }

    public override void Analyze(BodyContext body)
    {
        if (body.Owner is IMethodSymbol method && body.Known.IsSendingMethod(method))
        {
            return;
        }

        foreach (var wait in ClientTask.FindAll(body).SelectMany(task => BlockingWait.On(task, body)))
        {
            var severity = IsOwnThread(body.Owner) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
            body.Report(Rule, wait.Name.GetLocation(), severity, properties: null, wait.Name.ValueText, wait.Task);
        }
    }

    // Here nobody else waits for the thread, or no other way is left: still worth knowing, not worth a warning.
    private static bool IsOwnThread(ISymbol owner)
    {
        return owner is IMethodSymbol method
            && (method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName }
                || (method.Name == "Dispose" && method.ContainingType.GetMembers("DisposeAsync").Length > 0)
                || method.GetAttributes().Any(static attribute => s_testAttributes.Contains(attribute.AttributeClass?.Name)));
    }
}
