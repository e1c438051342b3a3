namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>
/// Endings of chat streams through the OpenAI client and through ours. The loop of a cut answer that just ends counts as a fault
/// although its caller could notice that no reason came: the callers of this world do not. An <see cref="IOException"/> counts
/// as documented.
/// </summary>
public sealed class ChatComparisonTests(ITestOutputHelper output)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endings_ThroughBothClients_AreAllToldByOurs()
    {
        var rows = new List<(ChatEnding Ending, string[] Theirs, string[] Ours)>();
        foreach (var ending in ChatEndings.All)
        {
            var theirs = await OpenAIChat.ReadAsync(ending, Token);
            var ours = await OurChat.ReadAsync(ending, Token);
            rows.Add((ending, Faults(theirs, ending), Faults(ours, ending)));
        }

        output.WriteLine($"| ending | it is | {OpenAIChat.Name} | {OurChat.Name} |\n|---|---|---|---|");
        rows.ForEach(row => output.WriteLine($"| {row.Ending.Name} | {row.Ending.Expected} | {Cell(row.Theirs)} | {Cell(row.Ours)} |"));
        output.WriteLine($"| **{rows.Count} endings** | failed | **{rows.Count(static row => row.Theirs.Length > 0)}** | **{rows.Count(static row => row.Ours.Length > 0)}** |");
        Array.ForEach(ChatFault.All, fault => output.WriteLine($"| {fault} | | {Count(rows.Select(static row => row.Theirs), fault)} | {Count(rows.Select(static row => row.Ours), fault)} |"));

        Assert.All(rows, static row => Assert.True(row.Ours.Length == 0, $"{row.Ending.Name}: {Cell(row.Ours)}"));
        Assert.Equal((62, 36), (rows.Count, rows.Count(static row => row.Theirs.Length > 0)));
        Assert.Equal([12, 9, 9, 14, 7], ChatFault.All.Select(fault => Count(rows.Select(static row => row.Theirs), fault)));
    }

    private static string[] Faults(ChatReading reading, ChatEnding ending)
        => [.. reading.FaultsOf(ending).Select(fault => fault == ChatFault.UntypedException ? $"{fault} ({reading.Failure!.GetType().Name})" : fault)];

    private static string Cell(string[] faults) => faults.Length == 0 ? "right" : string.Join(", ", faults);

    private static int Count(IEnumerable<string[]> rows, string fault) => rows.Count(faults => faults.Any(found => found.StartsWith(fault, StringComparison.Ordinal)));
}
