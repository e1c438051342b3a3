using System.Text.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Core;

/// <summary>A call failed. The message says what happened, then what to do; the members say it to programs.</summary>
public class OpenRouterException : Exception
{
    private ChatAnswer? _partial;
    private IReadOnlyList<CallAttempt> _attempts = [];

    /// <summary>Makes an exception without details.</summary>
    public OpenRouterException()
        : this("The call to OpenRouter failed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public OpenRouterException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public OpenRouterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status; for an error inside an answer of status 200 the number that stood in the error, if one did.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The stable name of the error, when the service gave one.</summary>
    public OpenRouterErrorType? ErrorType { get; init; }

    /// <summary>The code of the error as text: a number, a name such as <c>server_error</c>, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The provider that failed, when it is known.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The id of the generation, to look up its cost later; null when none was assigned.</summary>
    public string? GenerationId { get; init; }

    /// <summary>What had arrived before the failure; null when the call was not streamed.</summary>
    public ChatAnswer? Partial { get => _partial; init => _partial = value; }

    /// <summary>How long the service asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The clock that ended the call; null when none did.</summary>
    public CallClock? Clock { get; init; }

    /// <summary>Every attempt of the call, this failure included; empty when nothing was sent.</summary>
    public IReadOnlyList<CallAttempt> Attempts { get => _attempts; init => _attempts = value; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The beginning of the body, at most 8 KiB, without the key.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The error as the service sent it.</summary>
    public JsonElement? Error { get; init; }

    /// <summary>Adds what is known only once the call has ended.</summary>
    internal void Complete(IReadOnlyList<CallAttempt> attempts, ChatAnswer? partial = null)
    {
        _attempts = attempts;
        _partial ??= partial;
    }
}
