namespace WebApi.Relay;

/// <summary>The data of the event <c>done</c>: the answer is over.</summary>
/// <param name="Reason">Why it ended: <c>stop</c>, <c>length</c>, <c>content_filter</c>, <c>refusal</c> or <c>other</c>.</param>
/// <param name="PromptTokens">The tokens of the conversation, when they are known.</param>
/// <param name="CompletionTokens">The tokens of the answer, when they are known.</param>
/// <param name="TraceId">Finds the answer in the logs of the server.</param>
internal sealed record DoneEvent(string Reason, long? PromptTokens, long? CompletionTokens, string TraceId);
