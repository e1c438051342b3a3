namespace OpenRouter.Benchmarks.Requests;

/// <summary>A message of the conversation, before it becomes anybody's type.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Text">What is said.</param>
/// <param name="Image">A data URL, of some users' messages.</param>
/// <param name="CallId">The id of the call that is made or answered.</param>
/// <param name="Arguments">The arguments of the call that is made.</param>
internal sealed record Turn(string Role, string Text, string? Image = null, string? CallId = null, string? Arguments = null);
