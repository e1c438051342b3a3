namespace HighVolume;

/// <summary>What is run.</summary>
/// <param name="Streams">How many answers are read, each way.</param>
/// <param name="Parallel">How many at one time.</param>
/// <param name="Way">The name of a way, or <c>all</c>.</param>
/// <param name="Pace">The time between the pieces that the emulator sends.</param>
/// <param name="Model">Who answers when it is not the emulator.</param>
/// <param name="Folder">Where files and the database go; a temporary folder, which is deleted, if null.</param>
/// <param name="Json">Whether the table is JSON.</param>
internal sealed record RunOptions(int Streams, int Parallel, string Way, TimeSpan Pace, string Model, string? Folder, bool Json);
