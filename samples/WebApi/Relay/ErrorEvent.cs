namespace WebApi.Relay;

/// <summary>The data of the event <c>error</c>, and the body of a response that is an error.</summary>
/// <param name="Code">The stable name of the error, for programs.</param>
/// <param name="Message">What happened, for people.</param>
/// <param name="Retryable">Whether the same request may succeed later.</param>
/// <param name="TraceId">Finds the request in the logs of the server.</param>
internal sealed record ErrorEvent(string Code, string Message, bool Retryable, string TraceId);
