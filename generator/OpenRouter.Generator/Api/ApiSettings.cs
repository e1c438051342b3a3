namespace OpenRouter.Generator.Api;

/// <summary>What a project says about one document. Empty texts stand for "as the document suggests".</summary>
internal sealed record ApiSettings(string Namespace, string ClientName, string Operations, bool BothDirections, bool JsonContext)
{
    public static readonly ApiSettings Default = new("", "", "", false, true);

    public OutputStyle Style { get; init; } = OutputStyle.Default;
}
