using System.CommandLine;
using OpenRouter.Generator;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Problems;
using OpenRouter.Schema.Documents;
using OpenRouter.Schema.Emitting;

namespace OpenRouter.Schema.Overlays;

/// <summary><c>overlay</c>: the document that the generator sees after its overlays.</summary>
internal static class OverlayCommand
{
    public static Command Create()
    {
        var document = DocumentOptions.Document("document", "The OpenAPI document, JSON or YAML.");
        var overlays = new Argument<string[]>("overlay") { Description = "Overlays, in the order in which they apply.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The file to write instead of the standard output.", HelpName = "file" };
        var command = new Command("overlay", "Applies overlays to a document and prints the result as JSON. Exit code 1, and no output, when an overlay has errors.") { document, overlays, output };
        command.SetAction((result, cancellationToken) =>
        {
            var input = DocumentFiles.Read(result.GetRequiredValue(document), result.GetRequiredValue(overlays), [], ApiSettings.Default);
            var problems = new ProblemList();
            var root = ApiLoader.ReadWithOverlays(input, problems, cancellationToken);
            Models.ThrowIfUnreadable(problems.Items);
            problems.Items.ForEach(problem => result.InvocationConfiguration.Error.Write(ProblemText.Of(problem) + "\n"));
            if (root is null || problems.Items.Exists(ProblemText.IsError))
            {
                return Task.FromResult(ExitCodes.Problems);
            }

            if (result.GetValue(output) is { } path)
            {
                OutputFile.Write(path, NodeJson.Of(root));
            }
            else
            {
                result.InvocationConfiguration.Output.Write(NodeJson.Of(root));
            }

            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }
}
