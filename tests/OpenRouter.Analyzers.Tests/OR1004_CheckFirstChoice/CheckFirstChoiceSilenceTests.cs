using OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1004_CheckFirstChoice;

public sealed class CheckFirstChoiceSilenceTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "end chunk, null-conditional", "Show(chunk.Choices?[0].Delta?.Content); Show(chunk.Choices?.First().Delta);" },
        { "end chunk, null test", "if (chunk.Choices != null) Show(chunk.Choices[0].Delta?.Content);" },
        { "end chunk, early continue", "if (chunk.Choices is null) continue; Show(chunk.Choices[0].Delta?.Content);" },
        { "end chunk, helper that the compiler knows", "if (Has(chunk.Choices)) Show(chunk.Choices[0].Delta?.Content);" },
        { "end chunk, thrown", "var choices = chunk.Choices ?? throw new InvalidOperationException(); Show(choices[0].Delta?.Content);" },
        { "end chunk, pattern", "if (chunk.Choices is { } choices) Show(choices[0].Delta?.Content);" },
        { "any", "if (raw.Choices?.Any() == true) { Show(raw.Choices[0].Delta?.Content); }" },
        { "count in a chain", "if (flag && raw.Choices != null && raw.Choices.Count > 0 && raw.Choices[0].Delta != null) Show(1);" },
        { "count by pattern", "if (raw.Choices is { Count: > 0 } choices) Show(choices[0].Delta?.Content);" },
        { "count by nested pattern", "if (raw is { Choices.Count: > 0 }) Show(raw.Choices[0].Delta?.Content);" },
        { "list pattern", "if (raw.Choices is [var choice, ..]) { Show(choice.Delta); Show(raw.Choices[0].FinishReason); }" },
        { "early continue", "if (raw.Choices is not { Count: > 0 }) { continue; } var choice = raw.Choices[0]; Show(choice.Delta);" },
        { "early continue by or", "if (raw.Choices == null || raw.Choices.Count == 0) continue; Show(raw.Choices[0].Delta);" },
        { "early return", "if (scrap.Strips.Count == 0) { Show(1); return; } Show(scrap.Strips[0].Words);" },
        { "early throw", "if (!scrap.Strips.Any()) throw new InvalidOperationException(); Show(scrap.Strips[0].Words);" },
        { "else", "if (scrap.Strips.Count == 0) Show(1); else Show(scrap.Strips[0].Words);" },
        { "conditional", "Show(scrap.Strips.Count > 0 ? scrap.Strips[0].Words : null);" },
        { "switch", "switch (scrap.Strips.Count) { case 0: break; default: Show(scrap.Strips[0].Words); break; }" },
        { "switch expression", "Show(scrap.Strips.Count switch { 0 => null, _ => scrap.Strips[0].Words });" },
        { "copy", "var strips = scrap.Strips; if (strips.Count > 0) Show(strips[0].Words);" },
        { "copy is tested, member is read", "var strips = scrap.Strips; if (strips.Count == 0) continue; Show(scrap.Strips[0].Words);" },
        { "test in a local", "var any = scrap.Strips.Count > 0; if (any) Show(scrap.Strips[0].Words);" },
        { "loop", "foreach (var strip in scrap.Strips) Show(strip == scrap.Strips[0]);" },
        { "index loop", "for (var i = 0; i < scrap.Strips.Count; i++) Show(scrap.Strips[i].Words);" },
        { "while", "while (scrap.Strips.Count > 0) { Show(scrap.Strips[0].Words); break; }" },
        { "assertion", "ArgumentOutOfRangeException.ThrowIfZero(scrap.Strips.Count); Show(scrap.Strips[0].Words);" },
        { "assertion of the list", "Show(scrap.Strips); Show(scrap.Strips[0].Words);" },
        { "or default", "Show(raw.Choices?.FirstOrDefault()?.Delta); Show(scrap.Strips.ElementAtOrDefault(0)?.Words);" },
        { "caught", "try { Show(scrap.Strips[0].Words); } catch (ArgumentOutOfRangeException) { }" },
        { "whole answer, tested", "if (result.Choices.Count == 0) return; Show(result.Choices[0].Message);" },
        { "whole answer, list pattern", "if (result is { Choices: [var choice, ..] }) { Show(choice); Show(result.Choices[0].FinishReason); }" },
        { "lambda in a branch", "if (scrap.Strips.Count > 0) { Action show = () => Show(scrap.Strips[0].Words); show(); }" },
        { "first with a condition", "Show(scrap.Strips.First(strip => strip.Words != null).Words);" },
        { "other lists", "Show(new[] { 1 }[0]); Show(new List<ChatResult> { result }[0]); Show(args()[0]); string[] args() => [];" },
        { "local of several values", "IReadOnlyList<Strip> strips = scrap.Strips; if (flag) strips = [new()]; Show(strips[0].Words);" },
        { "written", "var all = new List<StreamingChoice>(); all.Add(new()); Show(all[0]);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Access_CheckedOrElsewhere_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public Task ListOfOnesOwn_IsSilent() => RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(Sample.With("""
        class Turn { public IReadOnlyList<ChatChoice> Choices { get; } = [new()]; public List<ChatAnswer> Answers { get; } = []; }
        static void Run(Turn turn) { Show(turn.Choices[0].Message); Show(turn.Answers[0].Text); }
        """));
}
