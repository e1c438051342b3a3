namespace OpenRouter.Benchmarks.Measuring;

/// <summary>What is timed.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="RunAsync">One run.</param>
internal sealed record Subject(string Name, Func<Task> RunAsync);
