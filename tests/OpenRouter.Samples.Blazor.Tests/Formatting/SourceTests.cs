using OpenRouter.Samples.Blazor.Tests.Support;

namespace OpenRouter.Samples.Blazor.Tests.Formatting;

/// <summary>The ways around the renderer are not taken anywhere in the sample.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("MarkupString")]
    [InlineData("AddMarkupContent")]
    [InlineData("AddMultipleAttributes")]
    [InlineData("@attributes")]
    [InlineData("innerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("style=\"")]
    [InlineData("unsafe-inline")]
    public void Sample_Searched_HoldsNoWayToMarkup(string word)
    {
        string[] kinds = [".cs", ".razor", ".js"];
        var files = Directory.EnumerateFiles(ProgramFacts.Folder, "*", SearchOption.AllDirectories)
            .Where(file => kinds.Contains(Path.GetExtension(file)))
            .Where(static file => !Path.GetRelativePath(ProgramFacts.Folder, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .ToList();

        Assert.True(files.Count > 30, "The sources of the sample were not found.");
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(word, StringComparison.Ordinal));
    }
}
