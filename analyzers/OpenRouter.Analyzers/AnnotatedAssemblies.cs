using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers;

/// <summary>
/// Which assemblies can carry annotations at all: those that declare them or refer to an assembly that does. Nearly all calls of
/// a program go into others, whose attributes need not be read.
/// </summary>
internal sealed class AnnotatedAssemblies
{
    private readonly Compilation _compilation;
    private readonly ImmutableArray<IAssemblySymbol> _declaring;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public AnnotatedAssemblies(Compilation compilation)
    {
        _compilation = compilation;

        // Whichever of them a client needs least can be missing; each of these is declared wherever the annotations are.
        _declaring = ImmutableArray.CreateRange(
            new[] { AnnotationNames.StreamChunk, AnnotationNames.SendingMethod, AnnotationNames.RequestBuilder, AnnotationNames.ApiClient, AnnotationNames.ModelText }
                .SelectMany(name => compilation.GetTypesByMetadataName(name))
                .Select(static type => type.ContainingAssembly)
                .Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default));
    }

    public bool MayCarry(ISymbol symbol)
    {
        return symbol.ContainingAssembly is not { } assembly || MayCarry(assembly);
    }

    public bool MayCarry(IAssemblySymbol assembly)
    {
        return _known.TryGetValue(assembly, out var may) ? may : _known.GetOrAdd(assembly, Find);
    }

    private bool Find(IAssemblySymbol assembly)
    {
        // The project itself refers to the annotations as soon as it refers to a client; that says nothing about its own types.
        if (SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly))
        {
            return _declaring.Contains(assembly, SymbolEqualityComparer.Default) || _compilation.SyntaxTrees.Any(NamesAnnotations);
        }

        return _declaring.Any(declaring =>
            SymbolEqualityComparer.Default.Equals(declaring, assembly)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => string.Equals(reference.Name, declaring.Identity.Name, StringComparison.OrdinalIgnoreCase))));
    }

    private static bool NamesAnnotations(SyntaxTree tree)
    {
        return tree.GetRoot() is CompilationUnitSyntax root
            && (root.Usings.Any(IsOfAnnotations) || root.Members.OfType<BaseNamespaceDeclarationSyntax>().Any(static space => space.Usings.Any(IsOfAnnotations)));
    }

    private static bool IsOfAnnotations(UsingDirectiveSyntax directive)
    {
        return directive.Name?.ToString().EndsWith("OpenRouter.Runtime.Annotations", StringComparison.Ordinal) == true;
    }
}
