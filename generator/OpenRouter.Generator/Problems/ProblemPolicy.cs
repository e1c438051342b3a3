using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace OpenRouter.Generator.Problems;

/// <summary>Which problems of a document a project wants to hear of.</summary>
internal enum ProblemPolicy
{
    /// <summary>Every problem with its own severity.</summary>
    All,

    /// <summary>Errors and warnings.</summary>
    Warnings,

    /// <summary>Errors only.</summary>
    Errors,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Warnings are errors: for builds that must not lose anything.</summary>
    Strict,
}

/// <summary>Applies what a project said about problems.</summary>
internal static class ProblemPolicies
{
    public static IEnumerable<Problem> Apply(this ProblemPolicy policy, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var severity = ProblemDescriptors.Of(problem.Rule).DefaultSeverity;
            if (severity >= Least(policy))
            {
                yield return policy == ProblemPolicy.Strict && severity == DiagnosticSeverity.Warning ? problem with { IsRaised = true } : problem;
            }
        }
    }

    private static DiagnosticSeverity Least(ProblemPolicy policy) => policy switch
    {
        ProblemPolicy.Warnings => DiagnosticSeverity.Warning,
        ProblemPolicy.Errors => DiagnosticSeverity.Error,
        ProblemPolicy.None => DiagnosticSeverity.Error + 1,
        _ => DiagnosticSeverity.Hidden,
    };
}
