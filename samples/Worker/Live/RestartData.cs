namespace Worker.Live;

/// <summary>The data of an event that tells of a new attempt.</summary>
internal sealed record RestartData(long Fence);
