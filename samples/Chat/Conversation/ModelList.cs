using System.Globalization;
using Chat.Output;
using OpenRouter.Core;
using OpenRouter.Models;

namespace Chat.Conversation;

/// <summary>The models that the service has, read once.</summary>
internal sealed class ModelList(IOpenRouterClient client)
{
    private const int MostLines = 40;
    private const int MostProposals = 5;
    private IReadOnlyList<Model>? _models;

    /// <summary>Whether an id may be used, and what to say about it.</summary>
    public async Task<(bool MayBeUsed, string? Remark)> CheckAsync(string id)
    {
        // Presets and moving names are not in the list.
        if (id[0] is '@' or '~')
        {
            return (true, null);
        }

        try
        {
            // A variant, such as ":free", need not be in it either.
            var models = await ReadAsync();
            if (models.Any(model => IsSame(model.Id, id) || IsSame(model.Id, id.Split(':')[0])))
            {
                return (true, null);
            }

            var name = id[(id.LastIndexOf('/') + 1)..];
            var near = models.Select(static model => model.Id).Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).Take(MostProposals).ToList();
            var proposal = near.Count > 0 ? $" Did you mean {string.Join(", ", near)}?" : " /models lists them.";
            return (false, TerminalText.OneLine($"There is no model {id}.{proposal}"));
        }
        catch (OpenRouterException exception)
        {
            return (true, TerminalText.OneLine($"The list of models could not be read, so the id is taken as it is. {exception.Message}"));
        }
    }

    /// <summary>A line for each model whose id holds a text, and one more when there are too many.</summary>
    /// <exception cref="OpenRouterException">The list could not be read.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = (await ReadAsync()).Where(model => model.Id.Contains(text, StringComparison.OrdinalIgnoreCase)).ToList();
        List<string> lines = [.. found.Take(MostLines).Select(Line)];
        if (found.Count > MostLines)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {found.Count - MostLines} more: /models and a part of the id finds them."));
        }

        return lines.Count > 0 ? lines : ["There is none."];
    }

    private static string Line(Model model)
        => model.ContextLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"{model.Id} ({length} tokens of context)") : model.Id;

    private static bool IsSame(string id, string other) => id.Equals(other, StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<Model>> ReadAsync() => _models ??= (await client.Models.ListModels().SendAsync()).Data;
}
