using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenRouter.Package.Tests.Consumers;

/// <summary>What a build said.</summary>
internal sealed partial class BuildOutput(ProgramResult result)
{
    /// <summary>Whether it came to its end.</summary>
    public bool Succeeded => result.ExitCode == 0;

    /// <summary>All of it.</summary>
    public string Text => result.Output + result.Error;

    /// <summary>Errors and warnings, each once, in the order of their places.</summary>
    public IReadOnlyList<BuildMessage> Messages =>
    [
        .. Message().Matches(Text)
            .Select(static match => new BuildMessage(
                Path.GetFileName(match.Groups["file"].Value),
                Number(match.Groups["line"]),
                Number(match.Groups["column"]),
                match.Groups["severity"].Value,
                match.Groups["id"].Value,
                match.Groups["text"].Value.Trim()))
            .Distinct()
            .OrderBy(static message => (message.File, message.Line, message.Column, message.Id)),
    ];

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // The last part names the project and is left out, so that a message of two frameworks is one.
    [GeneratedRegex(@"^\s*(?<file>[^\s(].*?)(\((?<line>\d+)(,(?<column>\d+))?[^)]*\))?\s*: (?<severity>error|warning) (?<id>[A-Z]+\d+): (?<text>.*?)( \[[^\]]*\])?$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
