namespace Worker.Running;

/// <summary>What the journal may ask a stream while somebody else reads it.</summary>
/// <param name="GenerationId">The id of the generation, known as soon as the headers have arrived.</param>
internal sealed record ChatStreamHandle(Func<string?> GenerationId);
