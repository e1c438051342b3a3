using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>Every analyzer that ships.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> All()
    {
        return
        [
            .. System.Reflection.Assembly.Load("OpenRouter.Analyzers").GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type))
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
