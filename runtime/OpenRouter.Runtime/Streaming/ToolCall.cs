using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>A tool call that a model asked for, put together from its fragments.</summary>
/// <param name="Id">The id, never empty and unique within the answer; made up here when the service sent none.</param>
/// <param name="Name">The name of the function; empty when none arrived.</param>
/// <param name="Arguments">The arguments as JSON text written by a model; <c>{}</c> when there are none.</param>
/// <param name="IsComplete">Whether the answer is complete and the arguments are whole JSON. Do not run a call that is not.</param>
public sealed record ToolCall(string Id, string Name, [property: ToolArguments] string Arguments, bool IsComplete);
