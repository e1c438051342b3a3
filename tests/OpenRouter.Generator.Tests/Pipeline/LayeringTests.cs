using System.Runtime.CompilerServices;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class LayeringTests
{
    /// <summary>A stage may name the stages before it, never one behind it.</summary>
    [Theory]
    [InlineData("Text", "OpenApi", "Api", "Emit", "Problems")]
    [InlineData("Problems", "OpenApi", "Api", "Emit")]
    [InlineData("OpenApi", "Api", "Emit")]
    [InlineData("Api", "Emit")]
    public void Stage_DoesNotUseALaterStage(string stage, params string[] later)
    {
        var files = Directory.GetFiles(Path.Combine(GeneratorFolder(), stage), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.All(later, name => Assert.False(text.Contains($"using OpenRouter.Generator.{name}", StringComparison.Ordinal), $"{file} uses {name}"));
        }
    }

    private static string GeneratorFolder([CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "../../../generator/OpenRouter.Generator"));
}
