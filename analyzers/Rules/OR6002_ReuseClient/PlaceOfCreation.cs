using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>Where a client is made again and again.</summary>
internal sealed class PlaceOfCreation
{
    private PlaceOfCreation(string name, DiagnosticSeverity severity)
    {
        Name = name;
        Severity = severity;
    }

    public string Name { get; }

    public DiagnosticSeverity Severity { get; }

    /// <summary>The place, or nothing when the client is kept, or is made in a place that runs once.</summary>
    public static PlaceOfCreation? Of(IOperation creation, BodyContext body)
    {
        var type = body.Owner.ContainingType;
        var isOfRequest = type is not null && RequestScope.IsType(type);
        if (KeptClient.IsKept(creation, body, membersCount: !isOfRequest))
        {
            return null;
        }

        if (IsInLoop(creation))
        {
            return new PlaceOfCreation("round of the loop", DiagnosticSeverity.Warning);
        }

        if ((isOfRequest && !body.Owner.IsStatic) || RequestScope.IsHandler(creation, body.Owner))
        {
            return new PlaceOfCreation("request", DiagnosticSeverity.Warning);
        }

        return RunsOnce(creation, body.Owner) ? null : new PlaceOfCreation("call of '" + body.Owner.Name + "'", DiagnosticSeverity.Info);
    }

    private static bool IsInLoop(IOperation creation)
    {
        for (var around = creation.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            // A loop that always leaves in its first round tries again after a failure, at most.
            if (around is ILoopOperation loop && !(loop is IForEachLoopOperation each && each.Collection.DescendantsAndSelf().Contains(creation)))
            {
                return !Leaving.Leaves(loop.Body, loop);
            }
        }

        return false;
    }

    // The start of a program, of a service, of an object; a tool for the console that ends after its work.
    private static bool RunsOnce(IOperation creation, ISymbol owner)
    {
        if (owner is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method ||
            EnclosingFunction.Of(creation) is not null ||
            method is { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName })
        {
            return true;
        }

        var compilation = creation.SemanticModel?.Compilation;
        var isTool = compilation?.Options.OutputKind == OutputKind.ConsoleApplication && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication") is null;
        return isTool || method.Name is "ExecuteAsync" or "StartAsync" or "ConfigureServices" || method.IsExtensionMethod;
    }
}
