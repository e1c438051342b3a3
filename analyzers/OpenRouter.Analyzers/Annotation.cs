using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>One annotation of the runtime, resolved for one compilation.</summary>
internal sealed class Annotation
{
    // More than one when two referenced assemblies declare it: each of them counts.
    private readonly ImmutableArray<INamedTypeSymbol> _types;

    private readonly AnnotatedAssemblies _assemblies;

    public Annotation(Compilation compilation, AnnotatedAssemblies assemblies, string metadataName)
    {
        _assemblies = assemblies;
        _types = compilation.GetTypesByMetadataName(metadataName);
    }

    public bool Exists => !_types.IsEmpty;

    /// <summary>Whether the declaration carries the annotation.</summary>
    public bool IsOn(ISymbol? symbol)
    {
        return TryFind(symbol) is not null;
    }

    /// <summary>Whether the type, or one that it derives from, carries the annotation.</summary>
    public bool IsOnOrInherited(ITypeSymbol? type)
    {
        for (var declared = type; declared is not null; declared = declared.BaseType)
        {
            if (IsOn(declared))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The annotation as it is written at the declaration, with its arguments, or nothing.</summary>
    public AttributeData? TryFind(ISymbol? symbol)
    {
        if (_types.IsEmpty || symbol is null || !_assemblies.MayCarry(symbol.OriginalDefinition))
        {
            return null;
        }

        foreach (var attribute in symbol.OriginalDefinition.GetAttributes())
        {
            if (Is(attribute))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether an attribute is this annotation; for those that may be written more than once.</summary>
    public bool Is(AttributeData attribute)
    {
        foreach (var type in _types)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
            {
                return true;
            }
        }

        return false;
    }
}
