using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2001_PassCancellationToken;

public sealed class PassCancellationTokenFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new PassCancellationTokenAnalyzer();

    protected override string Statements => """
        using var source = new CancellationTokenSource();
        await client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|SendAsync|]();
        """;

    protected override string OtherStatements => """
        var stop = new CancellationTokenSource().Token;
        Console.Write(stop.CanBeCanceled);
        await pen.[|FinishAsync|]();
        """;

    // Locals of top-level statements are no scope that others would hand a token to.
    protected override IReadOnlyCollection<string> SilentForms => [RuleForms.TopLevel];
}
