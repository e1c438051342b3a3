namespace OpenRouter.Generator.Api.Naming;

/// <summary>Names that emitted code uses itself, so that a document may not take them.</summary>
internal static class ReservedNames
{
    /// <summary>Types that emitted files name without a qualifier.</summary>
    public static readonly string[] Types =
    [
        "JsonRead", "JsonWrite", "JsonMembers", "JsonProbe", "JsonMember", "JsonModel", "JsonExtras", "JsonElement", "JsonTokenType", "JsonException",
        "Optional", "IJsonReadable", "IJsonWritable", "IOpenEnum", "OpenEnumConverter", "IOpenNumber", "OpenNumberConverter", "JsonModelConverter", "JsonConverter",
        "JsonReader", "Utf8JsonReader", "JsonWriter", "IReadOnlyList", "IReadOnlyDictionary", "List", "Dictionary", "KeyValuePair", "IEquatable",
        "DateTimeOffset", "Guid", "Uri", "FilePart", "Func", "ChatAccumulator", "ChatEnd", "IChatChunk", "IStreamEvent", "StreamEventRole", "VaryingPaths", "VaryingValues", "PieceRole",
        "ChatStream", "EventStream", "ApiRequest", "ApiTransport", "MultipartBody", "BinaryResponse", "Task", "CancellationToken", "HttpMethod",
        "SetsRequiredMembers", "NotNullWhen", "ArgumentNullException", "InvalidOperationException", "NotSupportedException", "StringComparison", "StringComparer",
        "BinaryBody", "UrlEncodedBody", "ParameterStyle", "Pages", "IAsyncEnumerable", "JsonBody", "JsonAny", "JsonForm", "FormParts", "ParameterJson", "ApiKey", "OpenRouterClientOptions", "IEnumerable", "IDisposable",
        "JsonSerializerContext", "JsonSerializerOptions", "JsonTypeInfo", "IJsonTypeInfoResolver", "JsonMetadataServices",
        "String", "Object", "Type", "Exception", "Array", "Enum", "Nullable", "Streaming", "Models", "Core", "Api",
        "ApiClientAttribute", "ChunkErrorAttribute", "ExcludesAttribute", "FinishReasonAttribute", "ModelIdAttribute", "ModelTextAttribute", "OffersToolsAttribute",
        "RequestBuilderAttribute", "ResponseFormatAttribute", "SendingMethodAttribute", "StreamChunkAttribute", "TerminalResultAttribute", "ToolArgumentsAttribute",
        "ToolCallIdAttribute", "ToolCallsAttribute", "ToolChoiceAttribute", "UsageAttribute", "ValueLengthAttribute", "ValuePatternAttribute", "ValueRangeAttribute",
        "Value", "Values", "Unknown", "IsKnown", "Match", "TResult", "FromValue",
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "ReadFrom", "WriteTo", "AdditionalProperties", "Describe", "MergeEnd", "ForStreaming", "ToMultipart",
    ];

    /// <summary>Members that every C# type has.</summary>
    public static readonly string[] ObjectMembers =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Members that every emitted class has, or inherits from object.</summary>
    public static readonly string[] Members =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "ReadFrom", "WriteTo", "AdditionalProperties", "Describe", "MergeEnd", "ForStreaming", "ToMultipart",
    ];

    /// <summary>Members of an emitted chunk of a chat stream besides.</summary>
    public static readonly string[] ChunkMembers = ["Recovery"];

    /// <summary>Members of an emitted part of a stream besides.</summary>
    public static readonly string[] StreamedMembers = ["Rest", "Vary", "With"];

    /// <summary>Members of an emitted open enum.</summary>
    public static readonly string[] EnumMembers =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "Value", "IsKnown", "FromValue", "Values",
    ];
}
