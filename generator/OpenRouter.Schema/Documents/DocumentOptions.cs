using System.CommandLine;
using OpenRouter.Generator;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Schema.Documents;

/// <summary>The options that say what is read and how: those that a project gives to the generator.</summary>
internal sealed class DocumentOptions
{
    private readonly Option<string[]> _overlays = new("--overlay") { Description = "Overlays to apply, in order. They apply whatever they extend.", AllowMultipleArgumentsPerToken = true, HelpName = "file" };
    private readonly Option<string[]> _schemas = new("--schema") { Description = "Files that references lead into.", AllowMultipleArgumentsPerToken = true, HelpName = "file" };
    private readonly Option<string[]> _operations = new("--operations") { Description = "Patterns that select operations, as OpenRouterOperations.", AllowMultipleArgumentsPerToken = true, HelpName = "pattern" };
    private readonly Option<string> _namespace = new("--namespace") { Description = "The namespace, as OpenRouterNamespace.", HelpName = "name" };
    private readonly Option<string> _clientName = new("--client-name") { Description = "The name of the client class, as OpenRouterClientName.", HelpName = "name" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_overlays);
        command.Add(_schemas);
        command.Add(_operations);
        command.Add(_namespace);
        command.Add(_clientName);
    }

    public static Argument<string> Document(string name, string description) => new(name) { Description = description };

    /// <summary>What the options say of a client.</summary>
    public ApiSettings Settings(ParseResult result, ProblemPolicy problems = ProblemPolicy.All) => ApiSettings.Default with
    {
        Namespace = result.GetValue(_namespace) ?? "",
        ClientName = result.GetValue(_clientName) ?? "",
        Operations = string.Join(';', result.GetValue(_operations) ?? []),
        Problems = problems,
    };

    public DocumentInput Read(ParseResult result, string document, ApiSettings settings) =>
        DocumentFiles.Read(document, result.GetValue(_overlays) ?? [], result.GetValue(_schemas) ?? [], settings);
}
