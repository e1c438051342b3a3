namespace OpenRouter.Testing.Answers;

/// <summary>A call that the answer asks for.</summary>
/// <param name="Name">The name of the function.</param>
/// <param name="Arguments">The arguments as text.</param>
internal sealed record ScriptedToolCall(string Name, string Arguments);
