using System.CommandLine;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.List;

/// <summary><c>list</c>: the operations of a document, the types of a client, and which need which.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var document = DocumentOptions.Document("document", "The OpenAPI document, JSON or YAML.");
        var options = new DocumentOptions();
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new Command("list", "Lists operations with their C# methods, and types with the methods that need them.") { document, json };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var settings = options.Settings(result);
            var input = options.Read(result, result.GetRequiredValue(document), settings);
            var selected = Models.LoadValid(input, cancellationToken);
            var whole = settings.Operations.Length == 0
                ? selected
                : Models.LoadValid(input with { Document = input.Document with { Settings = settings with { Operations = "" } } }, cancellationToken);
            var listing = ListingBuilder.Build(whole, selected);
            result.InvocationConfiguration.Output.Write(result.GetValue(json) ? ListingJson.Of(listing) : ListingText.Of(listing));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }
}
