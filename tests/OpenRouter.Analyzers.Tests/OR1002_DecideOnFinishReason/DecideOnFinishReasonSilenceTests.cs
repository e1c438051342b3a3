using OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1002_DecideOnFinishReason;

public sealed class DecideOnFinishReasonSilenceTests
{
    private const string Test = "if (chunk.Choices?[0].FinishReason != null) break;";

    /// <summary>Parts of a loop whose text is used behind it.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "never read", "Show(1);" },
        { "value", "if (chunk.Choices?[0].FinishReason == FinishReason.Stop) break;" },
        { "value besides", Test + " if (chunk.Choices?[0].FinishReason == FinishReason.Length) throw new InvalidOperationException();" },
        { "not the value", "if (chunk.Choices?[0].FinishReason is { } reason && reason != FinishReason.Stop) throw new InvalidOperationException();" },
        { "text of the value", "if (chunk.Choices?[0].FinishReason?.Value == \"length\") Show(1);" },
        { "pattern of values", "if (chunk.Choices?[0].NativeFinishReason is \"length\" or \"max_tokens\") Show(1);" },
        { "nested pattern with a value", "if (chunk is { Choices: [{ FinishReason.Value: \"length\" }, ..] }) Show(1);" },
        { "switch", "switch (chunk.Choices?[0].FinishReason?.Value) { case \"length\": Show(1); break; }" },
        { "switch expression", "Show(chunk.Choices?[0].FinishReason?.Value switch { \"length\" => 1, _ => 2 });" },
        { "printed", "if (chunk.Choices?[0].FinishReason != null) Show(chunk.Choices[0].FinishReason);" },
        { "designation is printed", "if (chunk.Choices?[0].FinishReason is { } reason) Show($\"{reason}\");" },
        { "designation of a nested pattern is printed", "if (chunk is { Choices: [{ FinishReason: { } reason }, ..] }) Show(reason);" },
        { "interpolated", "if (chunk.Choices?[0].FinishReason != null) text.Append($\"[{chunk.Choices[0].FinishReason}]\");" },
        { "field", "if (chunk.Choices?[0].FinishReason != null) { _finish = chunk.Choices[0].FinishReason; break; }" },
        { "ToString", "var word = chunk.Choices?[0].FinishReason?.ToString(); if (word != null) Show(word);" },
        { "Equals", "if (chunk.Choices?[0].FinishReason is { } reason && reason.Equals(FinishReason.Stop)) break;" },
        { "list", "List<FinishReason> all = []; if (chunk.Choices?[0].FinishReason is { } reason) all.Add(reason);" },
        { "argument of a function", "if (IsCutOff(chunk.Choices?[0].FinishReason)) Show(1); bool IsCutOff(FinishReason? reason) => reason == FinishReason.Length;" },
        { "chunk goes elsewhere", Test + " Show(chunk);" },
        { "choice goes elsewhere", Test + " foreach (var choice in chunk.Choices ?? []) Show(choice);" },
        { "chunk is kept", "StreamingChatResponse? last = null; if (chunk.Choices?[0].FinishReason != null) last = chunk; Show(last);" },
        { "member of one's own", Test + " if (chunk.Choices?[0].IsLast == true) Show(1);" },
        { "tuple", "var end = (chunk.Choices?[0].FinishReason, 1); if (end.FinishReason != null) Show(1);" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "only shown", "await foreach (var chunk in ask.StreamAsync()) { Console.Write(chunk.Choices?[0].Delta?.Content); " + Test + " } Console.WriteLine();" },
        { "gathered, and not used", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); " + Test + " } text.Clear();" },
        { "bound to a page", "await foreach (var chunk in ask.StreamAsync()) { _shown += chunk.Choices?[0].Delta?.Content; StateHasChanged(); " + Test + " } StateHasChanged();" },
        { "text of the round", "await foreach (var chunk in ask.StreamAsync()) { var line = new StringBuilder(); line.Append(chunk.Choices?[0].Delta?.Content); Show(line); " + Test + " }" },
        { "used before", "Show(text.ToString()); await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); " + Test + " }" },
        { "decided behind the loop", "FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if (chunk.Choices?[0].FinishReason is { } reason) finish = reason; } if (finish == FinishReason.Length) Show(1); return text.ToString();" },
        { "returned with the text", "FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); finish = chunk.Choices?[0].FinishReason ?? finish; if (finish != null) break; } return text + \"|\" + finish;" },
        { "asked of the stream", "var stream = ask.StreamAsync(); await foreach (var chunk in stream) { text.Append(chunk.Choices?[0].Delta?.Content); " + Test + " } if (stream.Answer.FinishReason == \"length\") Show(1); return text.ToString();" },
        { "outcome of the stream", "var stream = ask.StreamAsync(); await foreach (var chunk in stream) { text.Append(chunk.Choices?[0].Delta?.Content); " + Test + " } if (stream.Answer.Outcome != OpenRouter.Runtime.Streaming.AnswerOutcome.Complete) Show(1); return text.ToString();" },
        { "stream goes elsewhere", "var stream = ask.StreamAsync(); await foreach (var chunk in stream) { text.Append(chunk.Choices?[0].Delta?.Content); " + Test + " } Show(stream); return text.ToString();" },
        { "operators", "await foreach (var chunk in ask.StreamAsync().Where(chunk => chunk.Choices?[0].FinishReason == null)) text.Append(chunk.Choices?[0].Delta?.Content); return text.ToString();" },
        { "never left by itself", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if (chunk.Choices?[0].FinishReason == null) Show(1); break; } return text.ToString();" },
        { "unused local", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); var finish = chunk.Choices?[0].FinishReason; } return text.ToString();" },
        { "discard", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); _ = chunk.Choices?[0].FinishReason; } return text.ToString();" },
        { "events", "await foreach (var item in pen.PostAsync()) { if (item is WordsEvent words) text.Append(words.Words); if (item is PostedEvent) break; } return text.ToString();" },
        { "state of a message", "var message = new Message(); await foreach (var chunk in ask.StreamAsync()) { message.Content += chunk.Choices?[0].Delta?.Content; " + Test + " } message.IsDone = true;" },
        { "later function", "await foreach (var chunk in ask.StreamAsync()) { _shown += chunk.Choices?[0].Delta?.Content; " + Test + " } Func<string> later = () => _shown; later = null!;" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public Task Round_IsSilent(string situation, string round)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.WithRound(round));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Theory]
    [InlineData("openrouter.finish_reason_policy = observe")]
    [InlineData("openrouter.trusted_consumers = Sample.Run")]
    public Task Setting_IsSilent(string setting) => RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(
        Sample.WithRound(Test), TestProject.Default with { EditorConfig = "root = true\n[*.cs]\n" + setting + "\n" });

    [Fact]
    public Task Iterator_ThatHandsChunksOn_IsSilent() => RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.With("""
        async IAsyncEnumerable<StreamingChatResponse> Run(StreamingChatBuilder ask, StringBuilder text)
        {
            await foreach (var chunk in ask.StreamAsync())
            {
                text.Append(chunk.Choices?[0].Delta?.Content);
                yield return chunk;
                if (chunk.Choices?[0].FinishReason != null) break;
            }

            _history.Add(text.ToString());
        }
        """));
}
