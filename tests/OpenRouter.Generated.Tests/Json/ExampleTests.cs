namespace OpenRouter.Generated.Tests.Json;

/// <summary>The examples of the official document go through the generated types and come back.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    [Fact]
    public void Examples_OfProvenTypes_ComeBack()
    {
        var proven = ExampleCatalog.Proven();
        var examples = ExampleCatalog.All().Where(example => proven.Contains(example.Component) && RoundTrip.HasType(example.Component)).ToList();

        var problems = examples
            .Select(static example => (example, Problem: RoundTrip.Problem(example.Component, example.Json)))
            .Where(static result => result.Problem is not null)
            .ToDictionary(static result => result.example.Place, static result => $"{result.example.Component}: {result.Problem}");

        output.WriteLine($"{examples.Count} examples of {proven.Count} components");
        Assert.True(examples.Count > 300, $"only {examples.Count} examples were found");
        Assert.Equal([], problems.Select(static problem => $"{problem.Key}: {problem.Value}"));
    }

    [Fact]
    public void Examples_OfAllTypes_KeepComingBack()
    {
        var all = ExampleCatalog.All().ToList();
        var typed = all.Where(static example => RoundTrip.HasType(example.Component)).ToList();
        var passed = 0;
        foreach (var example in typed)
        {
            if (RoundTrip.Problem(example.Component, example.Json) is { } problem)
            {
                output.WriteLine($"{example.Place} as {example.Component}: {problem}");
            }
            else
            {
                passed++;
            }
        }

        output.WriteLine($"{all.Count} examples: {passed} come back, {typed.Count - passed} do not, {all.Count - typed.Count} are of components without a type of their own; {ExampleCatalog.InlineBodies()} more stand at inline schemas.");
        // Plain lists, maps and scalars; the generator's own tests read their examples too.
        foreach (var component in all.Except(typed).Select(static example => example.Component).Distinct().Order())
        {
            output.WriteLine($"no type: {component}");
        }

        Assert.True(passed >= 1278, $"{passed} examples come back; there were 1278 before");
    }
}
