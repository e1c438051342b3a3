namespace OpenRouter.Analyzers;

/// <summary>Metadata names of the annotations that generated code carries: all that the rules know about a client.</summary>
internal static class AnnotationNames
{
    public const string ApiClient = Namespace + "ApiClientAttribute";
    public const string ApiKey = Namespace + "ApiKeyAttribute";
    public const string ChunkError = Namespace + "ChunkErrorAttribute";
    public const string Excludes = Namespace + "ExcludesAttribute";
    public const string FinishReason = Namespace + "FinishReasonAttribute";
    public const string HtmlSanitizer = Namespace + "HtmlSanitizerAttribute";
    public const string ModelId = Namespace + "ModelIdAttribute";
    public const string ModelText = Namespace + "ModelTextAttribute";
    public const string OffersTools = Namespace + "OffersToolsAttribute";
    public const string RawChunks = Namespace + "RawChunksAttribute";
    public const string ReadOnce = Namespace + "ReadOnceAttribute";
    public const string RequestBuilder = Namespace + "RequestBuilderAttribute";
    public const string ResponseFormat = Namespace + "ResponseFormatAttribute";
    public const string SendingMethod = Namespace + "SendingMethodAttribute";
    public const string StreamChunk = Namespace + "StreamChunkAttribute";
    public const string StreamCollector = Namespace + "StreamCollectorAttribute";
    public const string TerminalResult = Namespace + "TerminalResultAttribute";
    public const string ToolArguments = Namespace + "ToolArgumentsAttribute";
    public const string ToolCallId = Namespace + "ToolCallIdAttribute";
    public const string ToolCalls = Namespace + "ToolCallsAttribute";
    public const string ToolChoice = Namespace + "ToolChoiceAttribute";
    public const string Usage = Namespace + "UsageAttribute";
    public const string ValueLength = Namespace + "ValueLengthAttribute";
    public const string ValuePattern = Namespace + "ValuePatternAttribute";
    public const string ValueRange = Namespace + "ValueRangeAttribute";

    private const string Namespace = "OpenRouter.Runtime.Annotations.";
}
