using System.CommandLine;
using System.Globalization;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Emit;
using OpenRouter.Generator.Emit.Refit;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Emitting;

/// <summary><c>emit</c>: the files of a client in a folder, for those who want to keep or read them.</summary>
internal static class EmitCommand
{
    public static Command Create()
    {
        var document = DocumentOptions.Document("document", "The OpenAPI document, JSON or YAML.");
        var options = new DocumentOptions();
        var output = new Option<string>("--output", "-o") { Description = "The folder, which is replaced as a whole.", HelpName = "folder", Required = true };
        var both = new Option<bool>("--both-directions") { Description = "Every model can be read and written, as OpenRouterJsonDirections=both." };
        var refit = new Option<bool>("--refit") { Description = "Writes the operations as interfaces for Refit too; every model can be read and written then." };
        var force = new Option<bool>("--force") { Description = "Writes into a folder that holds other files too; they stay." };
        var command = new Command("emit", "Writes the files of the client into a folder. Exit code 1, and nothing is written, when the document has errors.") { document, output, both, refit, force };
        options.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var settings = options.Settings(result) with { BothDirections = result.GetValue(both) || result.GetValue(refit) };
            var model = Models.LoadValid(options.Read(result, result.GetRequiredValue(document), settings), cancellationToken);
            var errors = model.Problems.Where(ProblemText.IsError).ToList();
            errors.ForEach(problem => result.InvocationConfiguration.Error.Write(ProblemText.Of(problem) + "\n"));
            if (errors.Count > 0)
            {
                return Task.FromResult(ExitCodes.Problems);
            }

            var folder = result.GetRequiredValue(output);
            RefuseForeign(folder, result.GetValue(force));
            var files = FilesOf(model, result.GetValue(refit)).OrderBy(static file => file.Name, StringComparer.Ordinal).ToList();
            cancellationToken.ThrowIfCancellationRequested();
            OutputFolder.Write(folder, files);
            result.InvocationConfiguration.Output.Write(Counts(model, files.Count, folder));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static IEnumerable<EmittedFile> FilesOf(ApiModel model, bool withRefit) =>
        withRefit && RefitEmitter.Emit(model) is { } interfaces ? EmittedFiles.Of(model).Append(interfaces) : EmittedFiles.Of(model);

    private static void RefuseForeign(string folder, bool isForced)
    {
        if (File.Exists(folder))
        {
            throw new BadInputException($"{folder} is a file, not a folder.");
        }

        var foreign = OutputFolder.Foreign(folder);
        if (foreign.Count > 0 && !isForced)
        {
            throw new BadInputException($"{folder} holds files that were not emitted ({string.Join(", ", foreign.Take(3))}{(foreign.Count > 3 ? ", …" : "")}). Choose another folder, or let them stay with --force.");
        }
    }

    private static string Counts(ApiModel model, int files, string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{files} files in {folder}: {model.Groups.Sum(static group => group.Operations.Count)} methods, {model.Objects.Count} classes, {model.Enums.Count} enums, {model.Unions.Count} unions\n");
}
