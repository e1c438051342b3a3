namespace OpenRouter.Schema;

/// <summary>A file that cannot be read or written; the message says what and where.</summary>
internal sealed class BadInputException(string message) : Exception(message);
