using System.Linq;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>The annotations and framework types that rules ask for, looked up once for a compilation and shared by all rules.</summary>
internal sealed class KnownTypes
{
    private static readonly string[] s_testFrameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    ];

    private static readonly ConditionalWeakTable<Compilation, KnownTypes> s_known = new();

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol? _asyncEnumerable;

    private KnownTypes(Compilation compilation)
    {
        _compilation = compilation;
        _asyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        Annotations = new KnownAnnotations(compilation);
        Members = new AnnotatedMembers(Annotations);
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        CancellationTokenSource = compilation.GetTypeByMetadataName("System.Threading.CancellationTokenSource");
        OperationCanceledException = compilation.GetTypeByMetadataName("System.OperationCanceledException");
        StringBuilder = compilation.GetTypeByMetadataName("System.Text.StringBuilder");
        IsTestProject = compilation.ReferencedAssemblyNames.Any(static name => s_testFrameworks.Contains(name.Name));
    }

    public KnownAnnotations Annotations { get; }

    public AnnotatedMembers Members { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? CancellationTokenSource { get; }

    public INamedTypeSymbol? OperationCanceledException { get; }

    public INamedTypeSymbol? StringBuilder { get; }

    /// <summary>Tests take half an answer on purpose; rules about answers only inform there.</summary>
    public bool IsTestProject { get; }

    public bool HasStreams => Annotations.StreamChunk.Exists && _asyncEnumerable is not null;

    public bool HasSendingMethods => Annotations.SendingMethod.Exists && CancellationToken is not null;

    /// <summary>The types of a compilation that knows the annotations, otherwise nothing.</summary>
    public static KnownTypes? TryFind(Compilation compilation)
    {
        var known = s_known.GetValue(compilation, static key => new KnownTypes(key));
        return known.Annotations.AnyClient ? known : null;
    }

    /// <summary>A type of the framework or of a library, by its full metadata name; nothing when it is not referenced.</summary>
    public INamedTypeSymbol? TypeOf(string metadataName)
    {
        return _compilation.GetTypeByMetadataName(metadataName);
    }

    public bool IsSendingMethod(IMethodSymbol method)
    {
        for (var declared = method.ReducedFrom ?? method; declared is not null; declared = declared.OverriddenMethod)
        {
            if (Annotations.SendingMethod.IsOn(declared))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type, or one that it derives from, is a builder of a request.</summary>
    public bool IsRequestBuilder(ITypeSymbol? type)
    {
        return Annotations.RequestBuilder.IsOnOrInherited(type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.FirstOrDefault() : type);
    }

    /// <summary>Whether the type is, or implements, the client of a service.</summary>
    public bool IsApiClient(ITypeSymbol? type)
    {
        return type is not null && (Annotations.ApiClient.IsOn(type) || type.AllInterfaces.Any(Annotations.ApiClient.IsOn));
    }

    public bool IsCollector(ISymbol? symbol)
    {
        for (var declared = symbol; declared is not null and not INamespaceSymbol; declared = declared.ContainingSymbol)
        {
            if (Annotations.StreamCollector.IsOn(declared))
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

    /// <summary>Whether the type is a sequence that is read asynchronously, of chunks or of anything else.</summary>
    public bool IsStream(ITypeSymbol? type)
    {
        return IsBareStream(type) || type?.AllInterfaces.Any(IsBareStream) == true;
    }

    public bool IsToken(ITypeSymbol? type)
    {
        return CancellationToken is not null && SymbolEqualityComparer.Default.Equals(type, CancellationToken);
    }

    public bool IsTokenSource(ITypeSymbol? type)
    {
        return CancellationTokenSource is not null && SymbolEqualityComparer.Default.Equals(type, CancellationTokenSource);
    }

    /// <summary>Whether the type is an exception of cancellation.</summary>
    public bool IsCancellation(ITypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor, OperationCanceledException))
            {
                return true;
            }
        }

        return false;
    }

    private ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        return IsBareStream(type) && type is INamedTypeSymbol named && Annotations.StreamChunk.IsOn(named.TypeArguments[0]) ? named.TypeArguments[0] : null;
    }
}
