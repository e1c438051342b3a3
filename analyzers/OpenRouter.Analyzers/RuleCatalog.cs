namespace OpenRouter.Analyzers;

/// <summary>Categories and help pages, the same for every rule.</summary>
internal static class RuleCatalog
{
    public const string Answers = "OpenRouter.Answers";
    public const string Cancellation = "OpenRouter.Cancellation";

    private const string PagesAddress = "https://github.com/openrouter-generated/openrouter-generated/blob/main/analyzers/Rules/";

    /// <summary>The address of a rule's page, which lies in the folder <c>{id}_{name}</c>.</summary>
    public static string PageOf(string id, string name)
    {
        return PagesAddress + id + "_" + name + "/" + id + ".md";
    }
}
