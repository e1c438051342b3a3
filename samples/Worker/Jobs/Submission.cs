namespace Worker.Jobs;

/// <summary>What became of a request to take a job in.</summary>
/// <param name="Id">The job.</param>
/// <param name="IsNew">False when a job with this key was there already.</param>
/// <param name="IsConflict">Whether that one asks for something else.</param>
internal sealed record Submission(string Id, bool IsNew, bool IsConflict);
