using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

using OpenRouter.Analyzers.CodeFixes.Refactorings;

namespace OpenRouter.Analyzers.Tests.Refactorings;

public sealed class RefactoringPageTests
{
    [Fact]
    public void Page_ShowsEveryRefactoring_BeforeAndAfter()
    {
        var root = typeof(RefactoringPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
        var sections = File.ReadAllText(Path.Combine(root, "analyzers", "Refactorings.md")).Split("\n## ").Skip(1).ToDictionary(section => section[..section.IndexOf('\n')]);
        var refactorings = typeof(LoopToCollectorRefactoring).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(CodeRefactoringProvider).IsAssignableFrom(type)).ToList();

        Assert.Equal(refactorings.Select(type => type.Name).Order(StringComparer.Ordinal), sections.Keys.Order(StringComparer.Ordinal));
        Assert.All(sections.Values, section => Assert.Contains("// Before", section, StringComparison.Ordinal));
        Assert.All(sections.Values, section => Assert.Contains("// After", section, StringComparison.Ordinal));
        Assert.All(refactorings, type =>
        {
            var export = type.GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()!;
            Assert.Equal(type.Name, export.Name);
            Assert.Equal([LanguageNames.CSharp], export.Languages);
            Assert.Contains(typeof(RefactoringPageTests).Assembly.GetTypes(), test => test.Name == type.Name + "Tests");
        });
    }
}
