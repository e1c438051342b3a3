using OpenRouter.Runtime.Streaming;

namespace Chat.Conversation;

/// <summary>One answer of the model, and what the functions gave that it called in it.</summary>
/// <param name="Answer">The answer: text, calls, and the details of its reasoning.</param>
/// <param name="Results">What each of its calls gave, in their order; empty when none was run.</param>
internal sealed record Step(ChatAnswer Answer, IReadOnlyList<string> Results);
