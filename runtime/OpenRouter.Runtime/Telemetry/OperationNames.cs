using OpenRouter.Core;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>The names that the conventions have for operations; an operation without one keeps its own.</summary>
internal static class OperationNames
{
    public static string Of(CallInfo call) => call.Path.Trim('/') switch
    {
        "chat/completions" or "responses" or "messages" => "chat",
        "embeddings" => "embeddings",
        "images" or "videos" or "audio/speech" => "generate_content",
        _ when call.Operation.Length > 0 => call.Operation,
        var path => path,
    };
}
