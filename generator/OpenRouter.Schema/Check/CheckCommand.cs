using System.CommandLine;
using OpenRouter.Generator.Problems;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Check;

/// <summary><c>check</c>: the problems of a document, as a build would say them.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var document = DocumentOptions.Document("document", "The OpenAPI document, JSON or YAML.");
        var options = new DocumentOptions();
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors." };
        var command = new Command("check", "Says what is wrong in a document, or not used, at its line. Exit code 1 when there are errors.") { document, json, strict };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var policy = result.GetValue(strict) ? ProblemPolicy.Strict : ProblemPolicy.All;
            var model = Models.Load(options.Read(result, result.GetRequiredValue(document), options.Settings(result, policy)), cancellationToken);
            var output = result.InvocationConfiguration.Output;
            output.Write(result.GetValue(json) ? ProblemJson.Of(model.Problems) : string.Concat(model.Problems.Select(static problem => ProblemText.Of(problem) + "\n")));
            return Task.FromResult(model.Problems.Any(ProblemText.IsError) ? ExitCodes.Problems : ExitCodes.Success);
        });
        return command;
    }
}
