namespace OpenRouter.Analyzers;

/// <summary>Categories and help pages, the same for every rule.</summary>
internal static class RuleCatalog
{
    public const string Answers = "OpenRouter.Answers";
    public const string Cancellation = "OpenRouter.Cancellation";
    public const string Requests = "OpenRouter.Requests";
    public const string Security = "OpenRouter.Security";
    public const string Tools = "OpenRouter.Tools";
    public const string Cost = "OpenRouter.Cost";
    public const string Models = "OpenRouter.Models";

    private const string PagesAddress = "https://github.com/openrouter-generated/openrouter-generated/blob/main/analyzers/Rules/";

    /// <summary>The address of a rule's page, which lies in the folder <c>{id}_{name}</c>.</summary>
    public static string PageOf(string id, string name)
    {
        return PagesAddress + id + "_" + name + "/" + id + ".md";
    }
}
