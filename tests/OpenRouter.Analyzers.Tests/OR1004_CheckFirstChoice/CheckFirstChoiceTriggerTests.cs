using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1004_CheckFirstChoice;

public sealed class CheckFirstChoiceTriggerTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "suppressed null", "Show(chunk.Choices![|[0]|].Delta?.Content);" },
        { "first of the operators", "Show(chunk.Choices!.[|First|]().Delta?.Content);" },
        { "last", "Show(chunk.Choices!.[|Last|]().FinishReason);" },
        { "single", "Show(chunk.Choices!.[|Single|]().FinishReason);" },
        { "element at", "Show(chunk.Choices!.[|ElementAt|](0).FinishReason);" },
        { "constant", "const int First = 0; Show(chunk.Choices![|[First]|].FinishReason);" },
        { "copy", "var choices = chunk.Choices!; Show(choices[|[0]|].Delta?.Content);" },
        { "copy is not tested", "var choices = chunk.Choices; Show(choices![|[0]|].Delta?.Content);" },
        { "choice in a local", "var choice = chunk.Choices![|[0]|]; Show(choice.Delta?.Content);" },
        { "behind a test that is over", "if (chunk.Choices?.Any() == true) { Show(1); } Show(chunk.Choices![|[0]|].Delta?.Content);" },
        { "test of another list", "if (raw.Choices?.Count > 0) { Show(chunk.Choices![|[0]|].Delta?.Content); }" },
        { "test comes too late", "Show(chunk.Choices![|[0]|].Delta?.Content); if (chunk.Choices is null) continue;" },
        { "raw stream, null only", "Show(raw.Choices?[|[0]|].Delta?.Content);" },
        { "raw stream, null test", "if (raw.Choices != null) Show(raw.Choices[|[0]|].Delta?.Content);" },
        { "raw stream, pattern for null", "if (raw.Choices is { } choices) Show(choices[|[0]|].Delta?.Content);" },
        { "raw client", "Show(scrap.Strips[|[0]|].Words);" },
        { "raw client, operator", "Show(scrap.Strips.[|First|]().Words);" },
        { "raw client, twice", "Show(scrap.Strips[|[0]|].Words); Show(scrap.Strips[|[0]|].Cause);" },
        { "whole answer", "Show(result.Choices[|[0]|].Message.Content);" },
        { "whole answer at once", "Show((await say.SendAsync()).Choices[|[0]|].Message.Content);" },
        { "whole answer in a local", "var answer = await say.SendAsync(); Show(answer.Choices.[|First|]().Message.Content);" },
        { "lambda", "Func<StreamingChatResponse, object?> read = one => one.Choices![|[0]|].Delta; Show(read(chunk));" },
        { "operator over the stream", "Show(await ask.StreamAsync().Select(one => one.Choices![|[0]|].Delta).ToListAsync());" },
        { "operand of or", "Show(flag || chunk.Choices![|[0]|].FinishReason is null);" },
        { "from the end", "Show(chunk.Choices!.ToArray().Length); Show(raw.Choices?.[|Last|]().FinishReason);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Access_Unchecked_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public Task RawStream_InALocal_Triggers() => RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(Sample.With("""
        static async Task Run(StreamingChatBuilder ask)
        {
            var stream = ask.StreamAsync().AsReceived();
            await foreach (var chunk in stream) Show(chunk.Choices?[|[0]|].Delta?.Content);
            var same = ask.StreamAsync();
            same.AsReceived();
            await foreach (var chunk in same.WithCancellation(default)) Show(chunk.Choices?[|[0]|].Delta?.Content);
        }
        """));

    [Fact]
    public Task Enumerator_Triggers() => RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(Sample.With("""
        static async Task Run(StreamingChatBuilder ask)
        {
            await using var chunks = ask.StreamAsync().GetAsyncEnumerator();
            while (await chunks.MoveNextAsync()) Show(chunks.Current.Choices![|[0]|].Delta?.Content);
        }
        """));

    [Fact]
    public async Task Severity_FollowsTheKindOfAnswer()
    {
        var document = await RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(
            Sample.WithBody("Show(chunk.Choices![|[0]|].Delta); Show(result.Choices[|[0]|].Message);"));
        var found = await RuleVerifier<CheckFirstChoiceAnalyzer>.DiagnosticsAsync(document.Project);

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], found.Select(finding => finding.Severity));
        Assert.Equal("'Choices' may be absent, and an item is taken out of it without a check", found[0].GetMessage());
        Assert.Equal("'Choices' may be empty, and an item is taken out of it without a check", found[1].GetMessage());
    }

    [Fact]
    public async Task TestProject_IsOnlyInformed()
    {
        var document = await RuleVerifier<CheckFirstChoiceAnalyzer>.VerifyAsync(
            Sample.WithBody("Show(chunk.Choices![|[0]|].Delta);"), TestProject.Default with { ReferencesTestFramework = true });

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<CheckFirstChoiceAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }
}
