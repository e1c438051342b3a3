namespace Worker.Jobs;

/// <summary>An attempt whose cost is not known.</summary>
internal sealed record UnsettledAttempt(string JobId, long Fence, string GenerationId);
