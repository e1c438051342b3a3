namespace OpenRouter.Analyzers;

/// <summary>Metadata names of the annotations that generated code carries: all that the rules know about a client.</summary>
internal static class AnnotationNames
{
    public const string StreamChunk = Namespace + "StreamChunkAttribute";
    public const string FinishReason = Namespace + "FinishReasonAttribute";
    public const string Usage = Namespace + "UsageAttribute";
    public const string TerminalResult = Namespace + "TerminalResultAttribute";
    public const string SendingMethod = Namespace + "SendingMethodAttribute";
    public const string StreamCollector = Namespace + "StreamCollectorAttribute";
    public const string ToolCalls = Namespace + "ToolCallsAttribute";
    public const string ModelText = Namespace + "ModelTextAttribute";

    private const string Namespace = "OpenRouter.Runtime.Annotations.";
}
