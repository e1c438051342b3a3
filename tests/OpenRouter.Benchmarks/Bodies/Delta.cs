namespace OpenRouter.Benchmarks.Bodies;

/// <summary>The delta of one chunk: its JSON and what is in it.</summary>
internal sealed record Delta(string Json, string Content = "", string Reasoning = "", string Arguments = "");
