using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1003_ReadUsageChunk;

public sealed class ReadUsageChunkTriggerTests
{
    /// <summary>Bodies of a loop over raw chunks.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "not equal to null", "if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]" },
        { "pattern", "if (chunk.Choices?.FirstOrDefault()?.FinishReason is not null) { Show(1); [|break;|] }" },
        { "designation", "if (chunk.Choices?.FirstOrDefault()?.FinishReason is { } reason) { Show(reason); [|break;|] }" },
        { "nested pattern", "if (chunk is { Choices: [{ FinishReason: not null }, ..] }) [|break;|]" },
        { "nested pattern, negated", "if (chunk is not { Choices: [{ FinishReason: { } reason }, ..] }) continue; Show(reason); [|break;|]" },
        { "value", "if (chunk.Choices?.FirstOrDefault()?.FinishReason == FinishReason.Stop) [|return;|]" },
        { "text of the value", "if (chunk.Choices?.FirstOrDefault()?.FinishReason?.Value == \"stop\") [|break;|]" },
        { "native reason", "if (!string.IsNullOrEmpty(chunk.Choices?.FirstOrDefault()?.NativeFinishReason)) [|break;|]" },
        { "HasValue", "if (chunk.Choices?.FirstOrDefault() is { } choice && choice.FinishReason.HasValue) [|break;|]" },
        { "HasValue, conditional", "if (chunk.Choices?.FirstOrDefault()?.FinishReason.HasValue == true) [|break;|]" },
        { "local", "var finish = chunk.Choices?.FirstOrDefault()?.FinishReason; if (finish != null) { Show(finish); [|break;|] }" },
        { "yes or no in a local", "var isLast = chunk.Choices?.FirstOrDefault()?.FinishReason is not null; if (isLast) [|break;|]" },
        { "early continue", "var finish = chunk.Choices?.FirstOrDefault()?.FinishReason; if (finish == null) { continue; } Show(finish); [|break;|]" },
        { "else", "var finish = chunk.Choices?.FirstOrDefault()?.FinishReason; if (finish == null) Show(chunk); else [|break;|]" },
        { "switch, value", "switch (chunk.Choices?.FirstOrDefault()?.FinishReason?.Value) { case \"stop\": [|return;|] case \"length\": Show(1); break; }" },
        { "switch, pattern", "switch (chunk.Choices?.FirstOrDefault()?.FinishReason) { case { } reason: Show(reason); [|return;|] case null: break; }" },
        { "switch, default", "switch (chunk.Choices?.FirstOrDefault()?.FinishReason?.Value) { case null: Show(1); break; default: [|return;|] }" },
        { "or", "if (token.IsCancellationRequested || chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]" },
        { "and", "if (_text.Length > 0 && chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]" },
        { "any choice", "if (chunk.Choices?.Any(choice => choice.FinishReason != null) == true) [|break;|]" },
        { "Equals", "if (chunk.Choices?.FirstOrDefault()?.NativeFinishReason is { } native && native.Equals(\"stop\")) [|break;|]" },
        { "inner loop", "foreach (var choice in chunk.Choices ?? []) if (choice.FinishReason != null) [|return;|]" },
        { "inner loop with a word", "var isLast = false; foreach (var choice in chunk.Choices ?? []) { if (choice.FinishReason != null) isLast = true; isLast |= choice.FinishReason != null; } if (isLast) [|break;|]" },
        { "goto", "if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|goto end;|] } end: { Show(1);" },
        { "try", "try { if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] } finally { Show(1); }" },
        { "behind the text", "_text.Append(chunk.Choices?.FirstOrDefault()?.Delta?.Content); if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "raw view in a local", "var raw = ask.StreamAsync().AsReceived(); await foreach (var chunk in raw.WithCancellation(token)) if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]" },
        { "local outside", "FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync().AsReceived()) { finish = chunk.Choices?.FirstOrDefault()?.FinishReason ?? finish; if (finish != null) [|break;|] } Show(finish);" },
        { "TakeWhile", "await foreach (var chunk in ask.StreamAsync().AsReceived().[|TakeWhile|](chunk => chunk.Choices?.FirstOrDefault()?.FinishReason == null)) Show(chunk);" },
        { "TakeWhile in a chain", "Show(await pen.ScribbleAsync(token).[|TakeWhile|](scrap => !(scrap.Strips.FirstOrDefault()?.Cause is { })).Select(scrap => scrap.Strips).ToListAsync());" },
        { "enumerator", "await using var chunks = ask.StreamAsync().AsReceived().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { if (chunks.Current.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] }" },
        { "lambda", "Func<Task> run = async () => { await foreach (var chunk in ask.StreamAsync().AsReceived()) if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|return;|] }; await run();" },
        { "another client", "await foreach (var scrap in pen.ScribbleAsync()) if (scrap.Strips.FirstOrDefault()?.Cause != null) [|break;|]" },
        { "another client, value", "await foreach (var scrap in pen.ScribbleAsync()) if (scrap.Strips.FirstOrDefault()?.Cause is Cause.Done or Cause.MaxTokens) [|break;|]" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Round_Triggers(string situation, string round)
    {
        Assert.NotEmpty(situation);
        await AssertSeverityAsync(Sample.WithRound(round), DiagnosticSeverity.Info);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await AssertSeverityAsync(Sample.WithBody(body), DiagnosticSeverity.Info);
    }

    [Theory]
    [InlineData("if (chunk.Usage != null) _usage = chunk.Usage; if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|]")]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) { Show(chunk.Usage?.TotalTokens); [|break;|] }")]
    [InlineData("if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] if (chunk is { Usage: { } usage }) Show(usage);")]
    public Task UsageIsReadInTheLoop_Warns(string round) => AssertSeverityAsync(Sample.WithRound(round), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("StreamingChatResponse? last = null; await foreach (var chunk in ask.StreamAsync().AsReceived()) { last = chunk; if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] } Show(last?.Usage);")]
    [InlineData("var stream = ask.StreamAsync().AsReceived(); await foreach (var chunk in stream) { if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] } Show(stream.Answer.Usage);")]
    public Task UsageIsReadBehindTheLoop_Warns(string body) => AssertSeverityAsync(Sample.WithBody(body), DiagnosticSeverity.Warning);

    [Fact]
    public Task UsageOfAnotherLoop_Informs() => AssertSeverityAsync(
        Sample.WithBody("""
            await foreach (var chunk in ask.StreamAsync().AsReceived()) { if (chunk.Choices?.FirstOrDefault()?.FinishReason != null) [|break;|] }
            await foreach (var chunk in ask.StreamAsync()) Show(chunk.Usage);
            """),
        DiagnosticSeverity.Info);

    [Fact]
    public Task Iterators_AndFunctionsWithAResult_Trigger() => AssertSeverityAsync(
        Sample.With("""
            static async IAsyncEnumerable<string?> Words(StreamingChatBuilder ask)
            {
                await foreach (var chunk in ask.StreamAsync().AsReceived())
                {
                    yield return chunk.Choices?.FirstOrDefault()?.Delta?.Content;
                    if (chunk.Choices?.FirstOrDefault()?.FinishReason is not null)
                    {
                        [|yield break;|]
                    }
                }
            }

            static async Task<string> Text(StreamingChatBuilder ask)
            {
                await foreach (var chunk in ask.StreamAsync().AsReceived())
                {
                    if (chunk.Choices is [{ FinishReason: { } reason }, ..])
                    {
                        Show(reason);
                        [|return _text.ToString();|]
                    }
                }

                return "";
            }
            """),
        DiagnosticSeverity.Info);

    private static async Task AssertSeverityAsync(string source, DiagnosticSeverity severity)
    {
        var document = await RuleVerifier<ReadUsageChunkAnalyzer>.VerifyAsync(source);
        Assert.All(await RuleVerifier<ReadUsageChunkAnalyzer>.DiagnosticsAsync(document.Project), finding => Assert.Equal(severity, finding.Severity));
    }
}
