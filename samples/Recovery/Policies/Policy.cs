using OpenRouter.Core;

namespace Recovery.Policies;

/// <summary>What is done when an answer broke off after something of it was shown.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What who reads the answer sees.</param>
/// <param name="Steps">What is tried, in this order.</param>
internal sealed record Policy(string Name, string Description, params IReadOnlyList<RecoveryStep> Steps);
