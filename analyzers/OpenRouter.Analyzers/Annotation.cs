using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>One annotation of the runtime, resolved for one compilation.</summary>
internal sealed class Annotation
{
    // More than one when two referenced assemblies declare it: each of them counts.
    private readonly ImmutableArray<INamedTypeSymbol> _types;

    public Annotation(Compilation compilation, string metadataName)
    {
        _types = compilation.GetTypesByMetadataName(metadataName);
    }

    public bool Exists => !_types.IsEmpty;

    /// <summary>Whether the declaration carries the annotation.</summary>
    public bool IsOn(ISymbol symbol)
    {
        if (_types.IsEmpty)
        {
            return false;
        }

        foreach (var attribute in symbol.OriginalDefinition.GetAttributes())
        {
            foreach (var type in _types)
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
