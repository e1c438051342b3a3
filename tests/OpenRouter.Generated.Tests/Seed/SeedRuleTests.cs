namespace OpenRouter.Generated.Tests.Seed;

/// <summary>
/// What the rules say about the guide, all of it. Of its many faults they name those that this client does not make up for: the loops stop
/// at the finish reason (OR1003), which the client delivers together with the usage, and take the first choice after a test (OR1004).
/// </summary>
public sealed class SeedRuleTests
{
    private const string Information = "note";
    private const string Warning = "warning";

    private static readonly SeedFinding[] s_expected =
    [
        // "gpt-3.5-turbo" names no vendor.
        new(SeedFiles.Console, 32, "OR3003", Information),

        new(SeedFiles.Advanced, 107, "OR3003", Information),
        // completeResponse.ToString() in every round, to wrap all of it again.
        new(SeedFiles.Advanced, 146, "OR6003", Information),

        new(SeedFiles.Controller, 254, "OR3003", Information),
        // StreamAsync() does not know that the browser has gone, ...
        new(SeedFiles.Controller, 264, "OR2001", Warning),
        // ... and the loop asks only when the next chunk is there.
        new(SeedFiles.Controller, 266, "OR2005", Information),

        // What the model wrote, as MarkupString.
        new(SeedFiles.Blazor, 528, "OR4002", Warning),
        new(SeedFiles.Blazor, 598, "OR3003", Information),
        // streamingResponse += deltaContent.
        new(SeedFiles.Blazor, 609, "OR6001", Information),
        // An answer that was cut off goes into the history like any other.
        new(SeedFiles.Blazor, 620, "OR1002", Information),
    ];

    [Fact(Timeout = 300_000)]
    public async Task Guide_BuiltWithAllRules_HasTheseFindingsAndNoOthers()
    {
        using var project = new SeedProject(SeedFiles.All());

        var found = await project.BuildAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Lines(s_expected), Lines(found));
    }

    private static string Lines(IEnumerable<SeedFinding> findings) => string.Join('\n', findings
        .OrderBy(static finding => finding.File, StringComparer.Ordinal)
        .ThenBy(static finding => finding.Line)
        .ThenBy(static finding => finding.Rule, StringComparer.Ordinal)
        .Select(static finding => $"{finding.File}({finding.Line}): {finding.Level} {finding.Rule}"));
}
