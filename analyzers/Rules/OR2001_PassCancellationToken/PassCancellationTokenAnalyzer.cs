using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>A request is sent without the cancellation token that is at hand, so it goes on, and is paid for, when nobody waits any more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PassCancellationTokenAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PassCancellationToken,
        "Cancellation token in scope is not passed",
        "'{0}' is called without the cancellation token '{1}' that is in scope, so the request goes on when nobody waits for it any more",
        RuleCatalog.Cancellation,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A model goes on writing, and is paid for, until its request is cancelled. A token that is in scope says when nobody waits for the answer any more.",
        RuleCatalog.PageOf(RuleIds.PassCancellationToken, "PassCancellationToken"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.TryFind(start.Compilation) is { HasSendingMethods: true } known)
            {
                start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes known)
    {
        var call = (IInvocationOperation)context.Operation;
        var omitted = call.Arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue && known.IsToken(argument.Parameter?.Type));
        if (omitted?.Parameter is not { } parameter || !known.IsSendingMethod(call.TargetMethod))
        {
            return;
        }

        // A sending method that forwards to another one is the client's own business.
        if (context.ContainingSymbol is IMethodSymbol method && known.IsSendingMethod(method))
        {
            return;
        }

        if (TokenAtCall.IsPassedOtherwise(call, known) || TokenAtCall.IsCleanUp(call, known))
        {
            return;
        }

        var tokens = TokensInScope.Find(call, context.ContainingSymbol, known, context.CancellationToken);
        if (tokens.Count == 0)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            StreamExpression.LocationOf(call),
            ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.Tokens, string.Join("\n", tokens))
                .Add(FixProperties.TokenParameter, parameter.Name)
                .Add(FixProperties.TokenPosition, PositionOf(parameter, call)),
            call.TargetMethod.Name,
            tokens[0]));
    }

    // Among the arguments that are written at the call: the receiver of an extension is not one of them.
    private static string PositionOf(IParameterSymbol parameter, IInvocationOperation call)
    {
        var isExtension = call.TargetMethod.IsExtensionMethod
            && call.Syntax is InvocationExpressionSyntax syntax
            && syntax.ArgumentList.Arguments.Count < call.Arguments.Count(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue);
        return (parameter.Ordinal - (isExtension ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
    }
}
