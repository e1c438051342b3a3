using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>The methods by which the same request is streamed and collected.</summary>
internal sealed class StreamingTwin
{
    private StreamingTwin(string maker, string send, string collector, ITypeSymbol answer)
    {
        Maker = maker;
        Send = send;
        Collector = collector;
        Answer = answer;
    }

    public string Maker { get; }

    public string Send { get; }

    public string Collector { get; }

    /// <summary>What is collected.</summary>
    public ITypeSymbol Answer { get; }

    public static StreamingTwin? TryFind(SendingChain chain, KnownTypes known)
    {
        if (known.ChunkOf(chain.SendMethod.ReturnType) is not null)
        {
            return null;
        }

        StreamingTwin? found = null;
        foreach (var maker in chain.MakerMethod.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(method => IsSibling(method, chain.MakerMethod, known)))
        {
            var send = maker.ReturnType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => known.IsSendingMethod(method) && known.ChunkOf(method.ReturnType) is not null);
            var collector = send?.ReturnType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
                known.IsCollector(method) && method.DeclaredAccessibility == Accessibility.Public && method.Parameters.All(parameter => parameter.IsOptional && known.IsToken(parameter.Type)));
            if (collector?.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task)
            {
                if (found is not null)
                {
                    // Which of two is meant, only a name could tell.
                    return null;
                }

                found = new StreamingTwin(maker.Name, send!.Name, collector.Name, task.TypeArguments[0]);
            }
        }

        return found;
    }

    /// <summary>The property of the answer that means the same as one of the result; nothing when there is none.</summary>
    public static string? SameIn(ITypeSymbol answer, IPropertySymbol property, KnownTypes known)
    {
        var annotations = known.Annotations;
        foreach (var annotation in new[] { annotations.ModelText, annotations.ToolCalls, annotations.FinishReason, annotations.Usage })
        {
            if (annotation.IsOn(property))
            {
                var candidates = answer.GetMembers().OfType<IPropertySymbol>().Where(candidate => annotation.IsOn(candidate)).ToList();
                return (candidates.Find(candidate => candidate.Name == property.Name)
                    ?? (property.Name is "Content" or "Text" ? candidates.Find(static candidate => candidate.Name is "Content" or "Text") : null))?.Name;
            }
        }

        return null;
    }

    private static bool IsSibling(IMethodSymbol method, IMethodSymbol maker, KnownTypes known)
    {
        return known.IsRequestBuilder(method.ReturnType)
            && !SymbolEqualityComparer.Default.Equals(method, maker)
            && method.Parameters.Length == maker.Parameters.Length
            && method.Parameters.Zip(maker.Parameters, static (one, other) => SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(static isSame => isSame);
    }
}
