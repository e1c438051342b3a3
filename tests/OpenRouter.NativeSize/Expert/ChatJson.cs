using System.Text.Json.Serialization;

namespace OpenRouter.NativeSize;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatChunk))]
internal sealed partial class ChatJson : JsonSerializerContext;

internal sealed record ChatRequest(string Model, List<ChatMessage> Messages, bool Stream);

internal sealed record ChatMessage(string Role, string Content);

internal sealed record ChatChunk(string? Id, string? Provider, string? Model, string? Object, long Created, List<ChunkChoice>? Choices, ChunkUsage? Usage);

internal sealed record ChunkChoice(int Index, ChunkDelta? Delta, string? FinishReason, string? NativeFinishReason);

internal sealed record ChunkDelta(string? Role, string? Content);

internal sealed record ChunkUsage(long PromptTokens, long CompletionTokens, long TotalTokens, decimal? Cost);
