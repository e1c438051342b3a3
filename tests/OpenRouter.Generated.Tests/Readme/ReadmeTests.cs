using System.Text.RegularExpressions;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>What people copy out of a README compiles, and our own rules have nothing to say about it.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> CSharpBlocks => [.. ReadmePages.Blocks.Where(static block => block.Language == "csharp").Select(static block => block.ToString())];

    public static TheoryData<string> Pages => [.. ReadmePages.All];

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public async Task CSharpBlock_CompilesAndBreaksNoRule(string block)
    {
        var findings = await ReadmeCompiler.JudgeAsync(ReadmePages.Blocks.Single(candidate => candidate.ToString() == block), TestContext.Current.CancellationToken);

        Assert.Empty(findings);
    }

    /// <summary>Without this, rules that could not be loaded would be rules that are never broken.</summary>
    [Fact]
    public async Task Rules_JudgeBlocks()
    {
        var block = new ReadmeBlock("test", 1, "csharp", """
            using OpenRouter.Core;

            using var client = new OpenRouterClient("sk-or-v1-" + "0123456789abcdef");
            await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("gpt-4o").AddUserMessage("Hi").StreamAsync())
            {
                Console.Write(chunk.Choices![0].Delta?.Content);
            }
            """, "", "");

        var findings = await ReadmeCompiler.JudgeAsync(block, TestContext.Current.CancellationToken);

        Assert.True(OwnRules.Count > 20);
        Assert.Contains(findings, static finding => finding.Contains("OR1001", StringComparison.Ordinal));
        Assert.Contains(findings, static finding => finding.Contains("OR3003", StringComparison.Ordinal));
    }

    [Fact]
    public void RuleTable_NamesEveryRuleAndItsPage()
    {
        var readme = ReadmePages.Text(ReadmePages.Main);

        foreach (var folder in Directory.GetDirectories(Path.Combine(ReadmePages.Root, "analyzers", "Rules")).Select(Path.GetFileName))
        {
            var id = folder!.Split('_')[0];
            Assert.Contains($"[{id}](analyzers/Rules/{folder}/{id}.md)", readme, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_PointAtFilesAndHeadingsThatExist(string page)
    {
        var text = ReadmePages.Text(page);
        var folder = Path.GetDirectoryName(Path.Combine(ReadmePages.Root, page))!;

        foreach (Match link in LocalLink().Matches(text))
        {
            Assert.True(File.Exists(Path.Combine(folder, link.Groups[1].Value)), link.Value);
        }

        var headings = Heading().Matches(text).Select(static heading => "#" + heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);
        Assert.All(HeadingLink().Matches(text), link => Assert.Contains(link.Groups[1].Value, headings));
    }

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)\)")]
    private static partial Regex LocalLink();

    [GeneratedRegex(@"\]\((#[^)]+)\)")]
    private static partial Regex HeadingLink();

    [GeneratedRegex("^#+ ([A-Za-z0-9 ]+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
