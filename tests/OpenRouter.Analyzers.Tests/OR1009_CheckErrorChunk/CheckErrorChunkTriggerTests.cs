using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1009_CheckErrorChunk;

public sealed class CheckErrorChunkTriggerTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "loop", "await foreach (var scrap in pen.[|ScribbleAsync|]()) text.Append(scrap.Strips[0].Words);" },
        { "configured", "await foreach (var scrap in pen.[|ScribbleAsync|]().WithCancellation(default).ConfigureAwait(false)) text.Append(scrap.Strips[0].Words);" },
        { "choice in a local", "await foreach (var scrap in pen.[|ScribbleAsync|]()) { var strip = scrap.Strips.FirstOrDefault(); text.Append(strip?.Words); }" },
        { "pattern", "await foreach (var scrap in pen.[|ScribbleAsync|]()) if (scrap is { Strips: [{ Words: { } words }, ..] }) text.Append(words);" },
        { "nested loop", "await foreach (var scrap in pen.[|ScribbleAsync|]()) foreach (var strip in scrap.Strips) text.Append(strip.Words);" },
        { "usage besides", "await foreach (var scrap in pen.[|ScribbleAsync|]()) { text.Append(scrap.Strips[0].Words); Show(scrap.Ink); }" },
        { "presence of an end", "await foreach (var scrap in pen.[|ScribbleAsync|]()) { text.Append(scrap.Strips[0].Words); if (scrap.Strips[0].Cause != null) break; }" },
        { "another end", "await foreach (var scrap in pen.[|ScribbleAsync|]()) { text.Append(scrap.Strips[0].Words); if (scrap.Strips[0].Cause == Cause.MaxTokens) throw new Exception(); }" },
        { "another end behind the loop", "Cause? end = null; await foreach (var scrap in pen.[|ScribbleAsync|]()) { text.Append(scrap.Strips[0].Words); if (scrap.Strips is [{ Cause: { } cause }, ..]) end = cause; } if (end == Cause.MaxTokens) throw new Exception();" },
        { "other ends", "string? end = null; await foreach (var signal in Wire.[|Open|]()) { text.Append(signal.Text); end = signal.Ending ?? end; } if (end is \"length\" or \"content_filter\") throw new Exception();" },
        { "tool calls", "await foreach (var signal in Wire.[|Open|]()) { text.Append(signal.Text); if (signal.Ending == \"tool_calls\") Show(1); }" },
        { "stream in a local", "var stream = pen.ScribbleAsync(); await foreach (var scrap in [|stream|]) text.Append(scrap.Strips[0].Words);" },
        { "LINQ", "await foreach (var words in pen.[|ScribbleAsync|]().Select(scrap => scrap.Strips[0].Words)) text.Append(words);" },
        { "LINQ filter", "await foreach (var scrap in pen.[|ScribbleAsync|]().Where(scrap => scrap.Strips.Count > 0)) text.Append(scrap.Strips[0].Words);" },
        { "list", "foreach (var scrap in await pen.[|ScribbleAsync|]().ToListAsync()) text.Append(scrap.Strips[0].Words);" },
        { "enumerator", "await using var scraps = pen.[|ScribbleAsync|]().GetAsyncEnumerator(); while (await scraps.MoveNextAsync()) text.Append(scraps.Current.Strips[0].Words);" },
        { "own stream", "await foreach (var signal in Wire.[|Open|]()) text.Append(signal.Text);" },
        { "raw view", "await foreach (var signal in Wire.[|Open|]().AsReceived()) text.Append(signal.Text);" },
        { "error in a part", "await foreach (var sheet in Desk.[|WriteAsync|]()) text.Append(sheet.Lines?[0].Text);" },
        { "caught around", "try { await foreach (var signal in Wire.[|Open|]()) text.Append(signal.Text); } catch (WireException) { text.Clear(); }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Text_TakenWithoutTheError_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(Sample.WithBody(body), Sample.Project);
    }

    [Fact]
    public Task StreamOfTheCaller_Triggers() => RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(
        Sample.With("static async IAsyncEnumerable<string?> Run(IAsyncEnumerable<Scrap> scraps) { await foreach (var scrap in [|scraps|]) yield return scrap.Strips[0].Words; }"), Sample.Project);

    [Fact]
    public async Task Finding_IsInfo_AndNamesTheMember()
    {
        var document = await RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(Sample.WithBody(Bodies.First().Data.Item2), Sample.Project);

        var finding = Assert.Single(await RuleVerifier<CheckErrorChunkAnalyzer>.DiagnosticsAsync(document.Project));
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Contains("'Blot'", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
