using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1008_CoverFinishReasons;

public sealed class CoverFinishReasonsTriggerTests
{
    /// <summary>Bodies, and the values that are missing.</summary>
    public static TheoryData<string, string, string> Bodies => new()
    {
        { "expression, same constant", "Show(choice.FinishReason?.Value [|switch|] { FinishReason.Values.Stop => true, _ => true });", "'length', 'content_filter', 'error'" },
        { "expression, one has an arm", "Show(choice.FinishReason?.Value [|switch|] { FinishReason.Values.Stop => \"done\", FinishReason.Values.Length => \"cut\", _ => \"done\" });", "'content_filter', 'error'" },
        { "expression, same member", "Show(answer.FinishReason [|switch|] { \"stop\" => answer.Text, \"error\" => null, _ => answer.Text });", "'length', 'content_filter'" },
        { "expression, or", "Show(answer.FinishReason [|switch|] { null or \"stop\" => 1, \"length\" or \"content_filter\" => 2, _ => 1 });", "'error'" },
        { "statement without default", "switch (answer.FinishReason) { case \"length\": Show(1); break; }".Replace("switch", "[|switch|]", StringComparison.Ordinal), "'content_filter', 'error'" },
        { "statement, success does the usual", "[|switch|] (choice.FinishReason?.Value) { case FinishReason.Values.Stop: Show(answer.Text); break; case FinishReason.Values.Length: Show(1); break; }", "'content_filter', 'error'" },
        { "literals over our own words", "[|switch|] (choice.FinishReason?.Value) { case \"stop\": break; }", "'length', 'content_filter', 'error'" },
        { "text of the reason", "[|switch|] (choice.FinishReason.ToString()) { case \"length\": Show(1); break; }", "'content_filter', 'error'" },
        { "empty default", "[|switch|] (answer.FinishReason) { case \"length\": Show(1); break; default: break; }", "'content_filter', 'error'" },
        { "default with the success", "[|switch|] (answer.FinishReason) { case \"length\": Show(1); break; case \"stop\": default: Show(2); break; }", "'content_filter', 'error'" },
        { "default like the success", "[|switch|] (answer.FinishReason) { case \"stop\": return answer.Text; case \"length\": return null; default: return answer.Text; }", "'content_filter', 'error'" },
        { "default is part of the success", "[|switch|] (answer.FinishReason) { case \"stop\": Show(1); _isDone = true; break; default: { _isDone = true; break; } }", "'length', 'content_filter', 'error'" },
        { "the rest goes on", "[|switch|] (answer.FinishReason) { case \"length\": throw new InvalidOperationException(); case \"error\": return null; } return answer.Text;", "'content_filter'" },
        { "local", "var finish = answer.FinishReason; [|switch|] (finish) { case \"stop\": break; case \"length\": Show(1); break; }", "'content_filter', 'error'" },
        { "variable of a pattern", "if (choice is { FinishReason: { } reason }) { [|switch|] (reason.Value) { case FinishReason.Values.Length: Show(1); break; } }", "'content_filter', 'error'" },
        { "local that is given a reason", "string? finish = null; finish = answer.FinishReason ?? finish; Show(finish [|switch|] { \"stop\" => 1, _ => 1 });", "'length', 'content_filter', 'error'" },
        { "fallback", "[|switch|] (answer.FinishReason ?? \"none\") { case \"length\": Show(1); break; }", "'content_filter', 'error'" },
        { "words of another service", "[|switch|] (answer.FinishReason) { case \"end_turn\": break; case \"max_tokens\": Show(1); break; }", "'refusal'" },
        { "enum", "[|switch|] (strip.Cause) { case Cause.Done: break; }", "'MaxTokens'" },
        { "enum, expression", "Show(strip.Cause [|switch|] { Cause.Done => true, _ => true });", "'MaxTokens'" },
        { "tools are offered", "ask.AddFunctionTool(new(\"t\")); [|switch|] (answer.FinishReason) { case \"stop\": break; case \"length\" or \"content_filter\" or \"error\": Show(1); break; }", "'tool_calls'" },
        { "only tools", "[|switch|] (answer.FinishReason) { case \"tool_calls\": Show(1); break; }", "'length', 'content_filter', 'error'" },
        { "stream", "await foreach (var scrap in pen.ScribbleAsync()) foreach (var part in scrap.Strips) [|switch|] (part.Cause) { case null: continue; case Cause.Done: Show(1); break; }", "'MaxTokens'" },
        { "enumerator", "await using var scraps = pen.ScribbleAsync().GetAsyncEnumerator(); while (await scraps.MoveNextAsync()) { var cause = scraps.Current.Strips.FirstOrDefault()?.Cause; [|switch|] (cause) { case Cause.Done: Show(1); break; } }", "'MaxTokens'" },
        { "LINQ", "await foreach (var all in pen.ScribbleAsync().Select(scrap => scrap.Strips.Select(part => part.Cause [|switch|] { Cause.Done => 1, _ => 1 }))) Show(all);", "'MaxTokens'" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Switch_Triggers_AndNamesWhatIsMissing(string situation, string body, string missing)
    {
        Assert.NotEmpty(situation);
        var document = await RuleVerifier<CoverFinishReasonsAnalyzer>.VerifyAsync(Sample.WithBody(body));
        var finding = Assert.Single(await RuleVerifier<CoverFinishReasonsAnalyzer>.DiagnosticsAsync(document.Project));

        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Contains("not handle " + missing + ",", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
