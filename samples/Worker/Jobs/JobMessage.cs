namespace Worker.Jobs;

/// <summary>A message of the conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
internal sealed record JobMessage(string Role, string Content);
