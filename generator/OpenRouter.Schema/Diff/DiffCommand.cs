using System.CommandLine;
using OpenRouter.Generator.Api;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Diff;

/// <summary><c>diff</c>: what a new document changes in the client.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = DocumentOptions.Document("old", "The OpenAPI document that the client is made of.");
        var @new = DocumentOptions.Document("new", "The one that is to take its place.");
        var options = new DocumentOptions();
        var format = new Option<string>("--format") { Description = "text, json or markdown.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("diff", "Tells what changes in the C# client. Exit code 2 when source that uses it may no longer compile. Overlays apply to both documents.") { old, @new, format };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            ApiModel Load(string path) => Models.LoadValid(options.Read(result, path, options.Settings(result)), cancellationToken);

            var changes = ModelComparison.Compare(Load(result.GetRequiredValue(old)), Load(result.GetRequiredValue(@new)));
            result.InvocationConfiguration.Output.Write(result.GetValue(format) switch
            {
                "json" => DiffJson.Of(changes),
                "markdown" => DiffMarkdown.Of(changes),
                _ => DiffText.Of(changes),
            });
            return Task.FromResult(changes.Any(static change => change.Breaks) ? ExitCodes.Breaking : ExitCodes.Success);
        });
        return command;
    }
}
