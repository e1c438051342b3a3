using System.Linq;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>The annotations and framework types that rules ask for, looked up once for a compilation.</summary>
internal sealed class KnownTypes
{
    private static readonly string[] s_testFrameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    ];

    private readonly Annotation _sendingMethod;
    private readonly Annotation _streamChunk;
    private readonly Annotation _streamCollector;
    private readonly INamedTypeSymbol? _asyncEnumerable;

    private KnownTypes(Compilation compilation)
    {
        _sendingMethod = new Annotation(compilation, AnnotationNames.SendingMethod);
        _streamChunk = new Annotation(compilation, AnnotationNames.StreamChunk);
        _streamCollector = new Annotation(compilation, AnnotationNames.StreamCollector);
        _asyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        Members = new AnnotatedMembers(compilation);
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        CancellationTokenSource = compilation.GetTypeByMetadataName("System.Threading.CancellationTokenSource");
        OperationCanceledException = compilation.GetTypeByMetadataName("System.OperationCanceledException");
        StringBuilder = compilation.GetTypeByMetadataName("System.Text.StringBuilder");
        IsTestProject = compilation.ReferencedAssemblyNames.Any(static name => s_testFrameworks.Contains(name.Name));
    }

    public AnnotatedMembers Members { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? CancellationTokenSource { get; }

    public INamedTypeSymbol? OperationCanceledException { get; }

    public INamedTypeSymbol? StringBuilder { get; }

    /// <summary>Tests take half an answer on purpose; rules about answers only inform there.</summary>
    public bool IsTestProject { get; }

    public bool HasStreams => _streamChunk.Exists && _asyncEnumerable is not null;

    public bool HasSendingMethods => _sendingMethod.Exists && CancellationToken is not null;

    /// <summary>The types of a compilation that knows the annotations, otherwise nothing.</summary>
    public static KnownTypes? TryFind(Compilation compilation)
    {
        var known = new KnownTypes(compilation);
        return known.HasStreams || known.HasSendingMethods ? known : null;
    }

    public bool IsSendingMethod(IMethodSymbol method)
    {
        for (var declared = method.ReducedFrom ?? method; declared is not null; declared = declared.OverriddenMethod)
        {
            if (_sendingMethod.IsOn(declared))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsCollector(ISymbol? symbol)
    {
        for (var declared = symbol; declared is not null and not INamespaceSymbol; declared = declared.ContainingSymbol)
        {
            if (_streamCollector.IsOn(declared))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The chunk type when the type is a stream of chunks, otherwise nothing.</summary>
    public ITypeSymbol? ChunkOf(ITypeSymbol? stream)
    {
        if (stream is null)
        {
            return null;
        }

        if (ItemOf(stream) is { } own)
        {
            return own;
        }

        foreach (var face in stream.AllInterfaces)
        {
            if (ItemOf(face) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Whether the type is the bare interface, which has nothing to ask besides the chunks.</summary>
    public bool IsBareStream(ITypeSymbol? type)
    {
        return SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, _asyncEnumerable);
    }

    public bool IsToken(ITypeSymbol? type)
    {
        return CancellationToken is not null && SymbolEqualityComparer.Default.Equals(type, CancellationToken);
    }

    public bool IsTokenSource(ITypeSymbol? type)
    {
        return CancellationTokenSource is not null && SymbolEqualityComparer.Default.Equals(type, CancellationTokenSource);
    }

    private ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        return IsBareStream(type) && type is INamedTypeSymbol named && _streamChunk.IsOn(named.TypeArguments[0]) ? named.TypeArguments[0] : null;
    }
}
