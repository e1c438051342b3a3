using OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1008_CoverFinishReasons;

public sealed class CoverFinishReasonsSilenceTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "every value", "switch (answer.FinishReason) { case \"stop\": break; case \"length\" or \"content_filter\" or \"error\": Show(1); break; }" },
        { "every value of an expression", "Show(answer.FinishReason switch { \"stop\" => true, \"length\" => false, \"content_filter\" => false, \"error\" => false, _ => true });" },
        { "every member", "switch (strip.Cause) { case Cause.Done: break; case Cause.MaxTokens: Show(1); break; }" },
        { "default throws", "switch (answer.FinishReason) { case \"stop\": break; default: throw new InvalidOperationException(); }" },
        { "default logs", "switch (answer.FinishReason) { case \"stop\": break; default: Console.WriteLine(answer.FinishReason); break; }" },
        { "default returns", "switch (answer.FinishReason) { case \"stop\": break; default: return null; }" },
        { "default assigns", "switch (answer.FinishReason) { case \"stop\": _isDone = true; break; default: _isDone = false; break; }" },
        { "success assigns", "switch (answer.FinishReason) { case \"stop\": _isDone = true; break; }" },
        { "success assigns, empty default", "switch (answer.FinishReason) { case \"stop\": _isDone = true; break; default: break; }" },
        { "success returns", "switch (answer.FinishReason) { case \"stop\": return answer.Text; case \"length\": return null; } throw new InvalidOperationException();" },
        { "success goes on", "foreach (var sign in \"abc\") { switch (answer.FinishReason) { case \"stop\": continue; } return null; }" },
        { "success counts", "var count = 0; switch (answer.FinishReason) { case \"stop\": count++; break; } Show(count);" },
        { "expression without default", "Show(answer.FinishReason switch { \"stop\" => 1, \"length\" => 2 });" },
        { "expression whose default throws", "Show(answer.FinishReason switch { \"stop\" => 1, _ => throw new InvalidOperationException() });" },
        { "expression whose default differs", "Show(answer.FinishReason switch { \"stop\" => true, _ => false });" },
        { "warnings only", "Show(answer.FinishReason switch { \"length\" => \"cut off\", _ => null });" },
        { "default is a word", "Show(answer.FinishReason switch { \"stop\" => \"done\", \"length\" => \"cut\", var other => other });" },
        { "guard", "switch (answer.FinishReason) { case \"stop\" when _isDone: break; case \"length\": Show(1); break; }" },
        { "guard of an expression", "Show(answer.FinishReason switch { \"stop\" => 1, { } when _isDone => 2, _ => 1 });" },
        { "negated pattern", "Show(answer.FinishReason switch { not \"stop\" => 1, _ => 1 });" },
        { "pattern of a length", "Show(answer.FinishReason switch { \"stop\" => 1, { Length: > 4 } => 2, _ => 1 });" },
        { "designation", "switch (answer.FinishReason) { case \"stop\": break; case { } other: Show(other); break; }" },
        { "unknown words", "switch (answer.FinishReason) { case \"STOP\": break; case \"MAX_TOKENS\": Show(1); break; }" },
        { "words of two services", "switch (answer.FinishReason) { case \"stop\" or \"end_turn\": break; case \"length\": Show(1); break; }" },
        { "tools are not offered", "switch (answer.FinishReason) { case \"stop\": break; case \"length\" or \"content_filter\" or \"error\": Show(1); break; }" },
        { "tool calls are read", "ask.AddFunctionTool(new(\"t\")); Show(answer.ToolCalls); switch (answer.FinishReason) { case \"stop\": break; case \"length\" or \"content_filter\" or \"error\": Show(1); break; }" },
        { "handled before", "if (answer.FinishReason is \"content_filter\" or \"error\") return null; switch (answer.FinishReason) { case \"stop\": break; case \"length\": Show(1); break; }" },
        { "handled before by members", "if (choice.FinishReason == FinishReason.ContentFilter || choice.FinishReason == FinishReason.Error) return null; switch (choice.FinishReason?.Value) { case \"stop\": break; case \"length\": Show(1); break; }" },
        { "handled behind", "switch (strip.Cause) { case Cause.Done: Show(1); break; } if (strip.Cause == Cause.MaxTokens) Show(2);" },
        { "switched over before", "switch (answer.FinishReason) { case \"stop\": break; default: throw new InvalidOperationException(); } switch (answer.FinishReason) { case \"stop\": Show(1); break; }" },
        { "something else", "switch (answer.Text) { case \"stop\": break; } switch (letter.Ink) { case \"length\": Show(1); break; }" },
        { "word of one's own", "var word = \"stop\"; switch (word) { case \"stop\": break; case \"length\": Show(1); break; }" },
        { "tuple", "switch ((answer.FinishReason, _isDone)) { case (\"stop\", true): break; }" },
        { "true", "switch (true) { case true: Show(answer.FinishReason); break; }" },
        { "nothing but null", "switch (answer.FinishReason) { case null: Show(1); break; }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Switch_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CoverFinishReasonsAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public Task Parameter_IsSilent() => RuleVerifier<CoverFinishReasonsAnalyzer>.VerifyAsync(Sample.With("""
        static bool IsGood(FinishReason reason) => reason.Value switch { "stop" => true, _ => true };
        static bool IsGood(Cause cause) { switch (cause) { case Cause.Done: break; } return true; }
        """));
}
