namespace OpenRouter.Core;

/// <summary>A call, as observers are told of it.</summary>
/// <param name="Operation">The name of the operation in the document, such as <c>sendChatCompletionRequest</c>.</param>
/// <param name="Path">The path below the base address, without its query.</param>
/// <param name="Model">The model that is asked; null when the request names none.</param>
/// <param name="IsStreamed">Whether the answer is streamed.</param>
public sealed record CallInfo(string Operation, string Path, string? Model, bool IsStreamed);
