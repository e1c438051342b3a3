using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>Every annotation, resolved once for a compilation.</summary>
internal sealed class KnownAnnotations
{
    public KnownAnnotations(Compilation compilation)
    {
        var assemblies = new AnnotatedAssemblies(compilation);
        Assemblies = assemblies;
        ApiClient = new Annotation(compilation, assemblies, AnnotationNames.ApiClient);
        ApiKey = new Annotation(compilation, assemblies, AnnotationNames.ApiKey);
        ChunkError = new Annotation(compilation, assemblies, AnnotationNames.ChunkError);
        Excludes = new Annotation(compilation, assemblies, AnnotationNames.Excludes);
        FinishReason = new Annotation(compilation, assemblies, AnnotationNames.FinishReason);
        HtmlSanitizer = new Annotation(compilation, assemblies, AnnotationNames.HtmlSanitizer);
        ModelId = new Annotation(compilation, assemblies, AnnotationNames.ModelId);
        ModelText = new Annotation(compilation, assemblies, AnnotationNames.ModelText);
        OffersTools = new Annotation(compilation, assemblies, AnnotationNames.OffersTools);
        RawChunks = new Annotation(compilation, assemblies, AnnotationNames.RawChunks);
        ReadOnce = new Annotation(compilation, assemblies, AnnotationNames.ReadOnce);
        RequestBuilder = new Annotation(compilation, assemblies, AnnotationNames.RequestBuilder);
        ResponseFormat = new Annotation(compilation, assemblies, AnnotationNames.ResponseFormat);
        SendingMethod = new Annotation(compilation, assemblies, AnnotationNames.SendingMethod);
        StreamChunk = new Annotation(compilation, assemblies, AnnotationNames.StreamChunk);
        StreamCollector = new Annotation(compilation, assemblies, AnnotationNames.StreamCollector);
        TerminalResult = new Annotation(compilation, assemblies, AnnotationNames.TerminalResult);
        ToolArguments = new Annotation(compilation, assemblies, AnnotationNames.ToolArguments);
        ToolCallId = new Annotation(compilation, assemblies, AnnotationNames.ToolCallId);
        ToolCalls = new Annotation(compilation, assemblies, AnnotationNames.ToolCalls);
        ToolChoice = new Annotation(compilation, assemblies, AnnotationNames.ToolChoice);
        Usage = new Annotation(compilation, assemblies, AnnotationNames.Usage);
        ValueLength = new Annotation(compilation, assemblies, AnnotationNames.ValueLength);
        ValuePattern = new Annotation(compilation, assemblies, AnnotationNames.ValuePattern);
        ValueRange = new Annotation(compilation, assemblies, AnnotationNames.ValueRange);
    }

    public AnnotatedAssemblies Assemblies { get; }

    public Annotation ApiClient { get; }

    public Annotation ApiKey { get; }

    public Annotation ChunkError { get; }

    public Annotation Excludes { get; }

    public Annotation FinishReason { get; }

    public Annotation HtmlSanitizer { get; }

    public Annotation ModelId { get; }

    public Annotation ModelText { get; }

    public Annotation OffersTools { get; }

    public Annotation RawChunks { get; }

    public Annotation ReadOnce { get; }

    public Annotation RequestBuilder { get; }

    public Annotation ResponseFormat { get; }

    public Annotation SendingMethod { get; }

    public Annotation StreamChunk { get; }

    public Annotation StreamCollector { get; }

    public Annotation TerminalResult { get; }

    public Annotation ToolArguments { get; }

    public Annotation ToolCallId { get; }

    public Annotation ToolCalls { get; }

    public Annotation ToolChoice { get; }

    public Annotation Usage { get; }

    public Annotation ValueLength { get; }

    public Annotation ValuePattern { get; }

    public Annotation ValueRange { get; }

    /// <summary>Whether a client, ours or another generated one, can be in sight at all.</summary>
    public bool AnyClient => StreamChunk.Exists || SendingMethod.Exists || RequestBuilder.Exists || ApiClient.Exists;
}
