using System.Collections.Immutable;

using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

/// <summary>The class around the members that a test shows, in a project with a list of models.</summary>
internal static class Sample
{
    public const string List = """
        # id | status | replacement | day
        acme/old | retired | acme/new | 2026-10-23
        acme/aging | deprecated | acme/new | 2027-01-14   # announced
          acme/lone|RETIRED|-|-

        this line is no entry
        acme/half | retired
        acme/odd | forgotten | - | 2026-01-01
        | retired | - | -
        gone | retired | - | 2026-01-01
        """;

    public static TestProject Project { get; } = ProjectWith(("/Source/openrouter.models.txt", List));

    public static TestProject ProjectWith(params (string Path, string Text)[] files)
    {
        return TestProject.Default with { AdditionalFiles = files.ToImmutableDictionary(file => file.Path, file => file.Text) };
    }

    public static string With(string members)
    {
        return $$"""
            class Sample
            {
                readonly IOpenRouterClient _client = null!;

            {{members}}
            }

            record Question(string? Model);
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    void Run(Question question, bool isFast, string[] args) { " + statements + " }");
    }
}
