using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1002_DecideOnFinishReason;

public sealed class DecideOnFinishReasonTriggerTests
{
    /// <summary>Parts of a loop whose text is used behind it.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "not equal to null", "if ([|chunk.Choices?[0].FinishReason != null|]) break;" },
        { "equal to null", "if ([|chunk.Choices?[0].FinishReason == null|]) continue; Show(1);" },
        { "null first", "if ([|null != chunk.Choices![0].FinishReason|]) { break; }" },
        { "is not null", "if ([|chunk.Choices?[0].FinishReason is not null|]) break;" },
        { "is null", "if ([|chunk.Choices?[0].FinishReason is null|]) continue; Show(1);" },
        { "is anything", "if ([|chunk.Choices?[0].FinishReason is { }|]) break;" },
        { "unused designation", "if ([|chunk.Choices?[0].FinishReason is { } reason|]) break;" },
        { "HasValue", "if (chunk.Choices?[0] is { } choice && [|choice.FinishReason.HasValue|]) break;" },
        { "HasValue, conditional", "if ([|chunk.Choices?[0].FinishReason.HasValue|] == true) break;" },
        { "native reason", "if (![|string.IsNullOrEmpty(chunk.Choices?[0].NativeFinishReason)|]) break;" },
        { "nested pattern", "if ([|chunk is { Choices: [{ FinishReason: not null }, ..] }|]) break;" },
        { "pattern of a choice", "foreach (var choice in chunk.Choices ?? []) if ([|choice is { FinishReason: { } }|]) Show(1);" },
        { "local", "var finish = chunk.Choices?[0].FinishReason; if ([|finish != null|]) break;" },
        { "local of a choice", "var choice = chunk.Choices?.FirstOrDefault(); if ([|choice?.FinishReason is not null|]) Show(1);" },
        { "two tests", "if ([|chunk.Choices?[0].FinishReason != null|]) Show(1); if (chunk.Choices?[0].NativeFinishReason is null) continue; Show(2);" },
        { "yes or no in a local", "var isLast = [|chunk.Choices?[0].FinishReason is not null|]; if (isLast) Show(1);" },
        { "with a limit", "if (text.Length > 1000 || [|chunk.Choices?[0].FinishReason != null|]) break;" },
        { "text of the reason", "if ([|chunk.Choices?[0].FinishReason?.Value != null|]) break;" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "returned behind the loop", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) break; } return text.ToString();" },
        { "returned from the loop", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) return text.ToString(); }" },
        { "string", "var all = \"\"; await foreach (var chunk in ask.StreamAsync()) { all += chunk.Choices?[0].Delta?.Content; if ([|chunk.Choices?[0].FinishReason != null|]) break; } return all;" },
        { "list", "List<string?> all = []; await foreach (var chunk in ask.StreamAsync()) { all.Add(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) break; } return string.Concat(all);" },
        { "text in a local first", "await foreach (var chunk in ask.StreamAsync()) { var piece = chunk.Choices?[0].Delta?.Content; if (piece != null) text.Append(piece).AppendLine(); if ([|chunk.Choices?[0].FinishReason != null|]) break; } return text.ToString();" },
        { "message", "var message = new Message(); await foreach (var chunk in ask.StreamAsync()) { message.Content += chunk.Choices?[0].Delta?.Content; if ([|chunk.Choices?[0].FinishReason != null|]) message.IsDone = true; } _messages.Add(message);" },
        { "field", "await foreach (var chunk in ask.StreamAsync()) { _shown += chunk.Choices?[0].Delta?.Content; if ([|chunk.Choices?[0].FinishReason != null|]) break; } _history.Add(_shown); _shown = \"\";" },
        { "kept, and only tested behind the loop", "FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); finish = chunk.Choices?[0].FinishReason ?? finish; } if ([|finish == null|]) Show(1); return text.ToString();" },
        { "kept by a compound assignment", "FinishReason? finish = null; await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); finish ??= chunk.Choices?[0].FinishReason; if ([|finish is not null|]) break; } return text.ToString();" },
        { "raw stream", "await foreach (var chunk in ask.StreamAsync().AsReceived()) { text.Append(chunk.Choices?.FirstOrDefault()?.Delta?.Content); if ([|chunk.Choices?.FirstOrDefault()?.FinishReason != null|]) break; } return text.ToString();" },
        { "stream in a local", "var chunks = ask.StreamAsync(); await foreach (var chunk in chunks) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) break; } return text.ToString();" },
        { "enumerator", "await using var chunks = ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { text.Append(chunks.Current.Choices?[0].Delta?.Content); if ([|chunks.Current.Choices?[0].FinishReason != null|]) break; } return text.ToString();" },
        { "two streams", "await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); if ([|chunk.Choices?[0].FinishReason != null|]) break; } await foreach (var chunk in ask.StreamAsync()) { text.Append(chunk.Choices?[0].Delta?.Content); Show(chunk.Choices?[0].FinishReason); } return text.ToString();" },
        { "another client", "await foreach (var fragment in pen.WriteAsync()) { text.Append(fragment.Words); if ([|fragment.StopCause is not null|]) break; } return text.ToString();" },
        { "another client, list", "await foreach (var scrap in pen.ScribbleAsync()) { foreach (var strip in scrap.Strips) { text.Append(strip.Words); if ([|strip.Cause.HasValue|]) Show(1); } } return text.ToString();" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Round_Triggers(string situation, string round)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.WithRound(round));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public async Task ChatPage_Triggers()
    {
        var document = await RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(Sample.With("""
            async Task SendMessage(IOpenRouterClient client, string question)
            {
                try
                {
                    var request = client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(question);
                    await foreach (var chunk in request.StreamAsync())
                    {
                        if (chunk.Choices?.Count > 0)
                        {
                            var content = chunk.Choices[0].Delta?.Content;
                            if (!string.IsNullOrEmpty(content))
                            {
                                _shown += content;
                                StateHasChanged();
                            }

                            if ([|chunk.Choices[0].FinishReason != null|])
                            {
                                break;
                            }
                        }
                    }

                    _messages.Add(new Message { Role = "assistant", Content = _shown });
                }
                catch (Exception error)
                {
                    Show(error.Message);
                }
                finally
                {
                    StateHasChanged();
                }
            }
            """));

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<DecideOnFinishReasonAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }

    [Fact]
    public Task PolicyBranch_Triggers() => RuleVerifier<DecideOnFinishReasonAnalyzer>.VerifyAsync(
        Sample.WithRound("if ([|chunk.Choices?[0].FinishReason != null|]) break;"),
        TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.finish_reason_policy = branch\n" });
}
