using System.Collections.Immutable;
using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Suppressors;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.Suppressors;

public sealed class SuppressorTests
{
    public static TheoryData<string, bool> Calls => new()
    {
        { "await say.SendAsync();", true },
        { "await foreach (var chunk in ask.AddUserMessage(\"q\").StreamAsync()) { }", true },
        { "await pen.SignAsync(\"n\");", true },
        { "await foreach (var fragment in pen.WriteAsync().ConfigureAwait(false)) { }", true },
        { "await pen.ReadAsync();", false },
        { "await say.SendAsync(token);", false },
        { "await say.SendAsync(CancellationToken.None);", false },
        { "await ask.StreamAsync().CollectAsync(token);", false },
        { "try { } finally { await say.SendAsync(); }", false },
        { "Func<Task> later = async () => await say.SendAsync(); await later();", false },
        { "Func<CancellationToken, Task> later = stop => say.SendAsync(); await later(token);", true },
        { "await File.ReadAllTextAsync(\"f\");", false },
    };

    public static TheoryData<string, bool> Statements => new()
    {
        { "say.AddUserMessage(\"q\");", true },
        { "say.AddUserMessage(\"q\").AddSystemMessage(\"s\");", true },
        { "pen.Note(\"n\");", true },
        { "say.Build();", false },
        { "say.SendAsync();", false },
        { "say.ToString();", false },
        { "new StringBuilder().Append(1);", false },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task TokenRules_AreHidden_WhereOurRuleReports(string statement, bool isHidden)
    {
        foreach (var id in new[] { "CA2016", "MA0040", "MA0079" })
        {
            foreach (var place in Enum.GetValues<Place>())
            {
                var found = await FoundAsync(new Reporter(id, place), new TokenRuleSuppressor(), statement, TestProject.Default);
                Assert.NotEmpty(found);
                Assert.Equal(isHidden, found.Any(diagnostic => diagnostic.IsSuppressed));
            }
        }
    }

    [Fact]
    public async Task TokenRules_Speak_WhereOursIsSwitchedOff()
    {
        var project = TestProject.Default with { EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.OR2001.severity = none\n" };
        var found = await FoundAsync(new Reporter("CA2016", Place.Call), new TokenRuleSuppressor(), "await say.SendAsync();", project);

        Assert.All(found, diagnostic => Assert.False(diagnostic.IsSuppressed));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task UnusedValue_IsHidden_ForStepsOfBuilders(string statement, bool isHidden)
    {
        var found = await FoundAsync(new Reporter("IDE0058", Place.Call), new BuilderStepSuppressor(), statement + " await Task.Yield();", TestProject.Default);

        Assert.Equal(isHidden, found.MinBy(diagnostic => diagnostic.Location.SourceSpan.Start)!.IsSuppressed);
    }

    [Fact]
    public async Task ClientUnknown_NothingIsHidden()
    {
        var project = TestProject.Default with { Stubs = [] };
        var document = project.CreateDocument("class C { static C M() { M(); return null!; } }");
        foreach (var (id, suppressor) in new[] { ("CA2016", (DiagnosticSuppressor)new TokenRuleSuppressor()), ("IDE0058", new BuilderStepSuppressor()) })
        {
            Assert.All(await FoundAsync(new Reporter(id, Place.Call), suppressor, document), diagnostic => Assert.False(diagnostic.IsSuppressed));
        }
    }

    [Fact]
    public void Page_ListsEverySuppression()
    {
        var root = typeof(SuppressorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "analyzers", "Suppressors.md"));
        var suppressors = typeof(TokenRuleSuppressor).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(DiagnosticSuppressor).IsAssignableFrom(type))
            .Select(type => (DiagnosticSuppressor)Activator.CreateInstance(type)!)
            .ToList();
        var rows = suppressors.SelectMany(suppressor => suppressor.SupportedSuppressions).Select(one => $"| {one.Id} | {one.SuppressedDiagnosticId} |").ToList();

        Assert.All(suppressors, suppressor => Assert.Equal([LanguageNames.CSharp], suppressor.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));
        Assert.All(rows, row => Assert.Contains(row, page, StringComparison.Ordinal));
        Assert.Equal(rows.Count, page.Split("\n| ORS").Length - 1);
    }

    private static Task<ImmutableArray<Diagnostic>> FoundAsync(Reporter reporter, DiagnosticSuppressor suppressor, string statement, TestProject project)
    {
        return FoundAsync(reporter, suppressor, project.CreateDocument(
            "class Sample { async Task Run(StreamingChatBuilder ask, ChatBuilder say, Pen pen, CancellationToken token) { " + statement + " } }"));
    }

    private static async Task<ImmutableArray<Diagnostic>> FoundAsync(Reporter reporter, DiagnosticSuppressor suppressor, Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation.GetSemanticModel(tree!).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, _, _) => crashes.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers([reporter, suppressor], options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(crashes);
        return [.. found.Where(diagnostic => diagnostic.Id == reporter.SupportedDiagnostics[0].Id && diagnostic.Location.SourceTree == tree)];
    }

    /// <summary>What a rule underlines.</summary>
    private enum Place
    {
        Call,
        Name,
    }

#pragma warning disable RS1036, RS1017 // It runs in these tests only, and under the id of each rule in turn.
    /// <summary>Stands for an analyzer of others: it reports every call.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Reporter(string id, Place place) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "t", "m", "c", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(Report, SyntaxKind.InvocationExpression);
        }

        private void Report(SyntaxNodeAnalysisContext context)
        {
            var call = (InvocationExpressionSyntax)context.Node;
            var node = place == Place.Name && call.Expression is MemberAccessExpressionSyntax access ? access.Name : context.Node;
            context.ReportDiagnostic(Diagnostic.Create(_rule, node.GetLocation()));
        }
    }
}
