namespace Worker.Running;

/// <summary>An answer is longer than this service keeps.</summary>
internal sealed class AnswerTooLongException(int limit) : Exception($"The answer has more than {limit} characters. Set max_tokens, or raise Worker:MaxAnswerChars.");
