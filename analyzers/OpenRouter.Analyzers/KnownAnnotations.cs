using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers;

/// <summary>Every annotation, resolved once for a compilation.</summary>
internal sealed class KnownAnnotations
{
    public KnownAnnotations(Compilation compilation)
    {
        ApiClient = new Annotation(compilation, AnnotationNames.ApiClient);
        ApiKey = new Annotation(compilation, AnnotationNames.ApiKey);
        ChunkError = new Annotation(compilation, AnnotationNames.ChunkError);
        Excludes = new Annotation(compilation, AnnotationNames.Excludes);
        FinishReason = new Annotation(compilation, AnnotationNames.FinishReason);
        HtmlSanitizer = new Annotation(compilation, AnnotationNames.HtmlSanitizer);
        ModelId = new Annotation(compilation, AnnotationNames.ModelId);
        ModelText = new Annotation(compilation, AnnotationNames.ModelText);
        OffersTools = new Annotation(compilation, AnnotationNames.OffersTools);
        RawChunks = new Annotation(compilation, AnnotationNames.RawChunks);
        RequestBuilder = new Annotation(compilation, AnnotationNames.RequestBuilder);
        ResponseFormat = new Annotation(compilation, AnnotationNames.ResponseFormat);
        SendingMethod = new Annotation(compilation, AnnotationNames.SendingMethod);
        StreamChunk = new Annotation(compilation, AnnotationNames.StreamChunk);
        StreamCollector = new Annotation(compilation, AnnotationNames.StreamCollector);
        TerminalResult = new Annotation(compilation, AnnotationNames.TerminalResult);
        ToolArguments = new Annotation(compilation, AnnotationNames.ToolArguments);
        ToolCallId = new Annotation(compilation, AnnotationNames.ToolCallId);
        ToolCalls = new Annotation(compilation, AnnotationNames.ToolCalls);
        ToolChoice = new Annotation(compilation, AnnotationNames.ToolChoice);
        Usage = new Annotation(compilation, AnnotationNames.Usage);
        ValueLength = new Annotation(compilation, AnnotationNames.ValueLength);
        ValuePattern = new Annotation(compilation, AnnotationNames.ValuePattern);
        ValueRange = new Annotation(compilation, AnnotationNames.ValueRange);
    }

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
