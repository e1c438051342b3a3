using System.Collections.Generic;
using OpenRouter.Generator.Api.Documentation;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Writes what a member's comment says: the document's sentence, then range, default and constant.</summary>
internal static class PropertyDocs
{
    public static DocModel Of(Schema declared, Schema shape, string? constant)
    {
        var summary = declared.Description ?? declared.Target?.Description ?? shape.Description ?? "";
        var facts = new List<string>();
        if ((declared.Range ?? shape.Range) is { } range)
        {
            facts.Add(Range(range));
        }

        if ((declared.Default ?? shape.Default) is { Text.Length: > 0 } fallback)
        {
            facts.Add($"Default: {fallback.Text}.");
        }

        if (constant is not null)
        {
            facts.Add($"Always \"{constant}\".");
        }

        return new DocModel(summary, facts.Count == 0 ? null : string.Join(" ", facts));
    }

    private static string Range(NumberRange range) => (range.Minimum, range.Maximum) switch
    {
        ({ } minimum, { } maximum) => $"Range: {minimum} to {maximum}{(range.ExclusiveMinimum || range.ExclusiveMaximum ? ", limits excluded" : "")}.",
        ({ } minimum, null) => range.ExclusiveMinimum ? $"More than {minimum}." : $"At least {minimum}.",
        (_, { } maximum) => range.ExclusiveMaximum ? $"Less than {maximum}." : $"At most {maximum}.",
        _ => "",
    };
}
