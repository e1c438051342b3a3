using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>The README and those of the packages that these tests can compile against.</summary>
internal static partial class ReadmePages
{
    public const string Main = "README.md";

    private static readonly string[] s_packages =
    [
        "runtime/OpenRouter.Generated/README.md",
        "runtime/OpenRouter.Runtime/README.md",
        "runtime/OpenRouter.Testing/README.md",
        "generator/OpenRouter.Generator/README.md",
    ];

    public static IReadOnlyList<string> All { get; } = [Main, .. s_packages];

    public static string Root { get; } = RepositoryRoot();

    public static IReadOnlyList<ReadmeBlock> Blocks { get; } = [.. All.SelectMany(Read)];

    /// <summary>The block that a comment marks; names are those of all pages together.</summary>
    public static ReadmeBlock Find(string kind, string name) =>
        Blocks.Single(block => block.Kind == kind && block.Name == name);

    public static string Text(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    /// <summary>Writes other text into a marked block.</summary>
    public static void Replace(ReadmeBlock block, string code)
    {
        var head = $"<!-- {block.Kind}: {block.Name} -->\n```{block.Language}\n";
        File.WriteAllText(Path.Combine(Root, block.Page), Text(block.Page).Replace(head + block.Code, head + code, StringComparison.Ordinal));
    }

    private static IEnumerable<ReadmeBlock> Read(string page)
    {
        var text = Text(page);
        foreach (Match match in Block().Matches(text))
        {
            var line = text.AsSpan(0, match.Index).Count('\n') + 1;
            yield return new ReadmeBlock(page, line, match.Groups[3].Value, match.Groups[4].Value, match.Groups[1].Value, match.Groups[2].Value);
        }
    }

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));

    [GeneratedRegex(@"(?:^<!-- (program|snippet|output of|file of [\w-]+): (\S+) -->\n)?^```(\w*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
