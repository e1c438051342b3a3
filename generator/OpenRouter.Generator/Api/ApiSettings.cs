using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api;

/// <summary>What a project says about one document. Empty texts stand for "as the document suggests".</summary>
internal sealed record ApiSettings(string Namespace, string ClientName, string Operations, bool BothDirections, bool JsonContext)
{
    public static readonly ApiSettings Default = new("", "", "", false, true);

    public OutputStyle Style { get; init; } = OutputStyle.Default;

    /// <summary>Required members of received types are nullable, instead of saying by an exception that they were missing.</summary>
    public bool MissingMembersAreNull { get; init; }

    public ProblemPolicy Problems { get; init; }

    /// <summary>What is to be said of settings with values that mean nothing.</summary>
    public EquatableList<string> Misunderstood { get; init; } = EquatableList<string>.Empty;
}
