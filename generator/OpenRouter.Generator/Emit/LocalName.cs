using OpenRouter.Generator.Api.Naming;

namespace OpenRouter.Generator.Emit;

/// <summary>Names locals after the property whose value they hold, so that they meet neither a member nor a parameter.</summary>
internal static class LocalName
{
    public static string Of(string property) =>
        char.IsLetter(property[0]) ? CSharpName.Camel(property).TrimStart('@') + "Value" : "value" + property;
}
