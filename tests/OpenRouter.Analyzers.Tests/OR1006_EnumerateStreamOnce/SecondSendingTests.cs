using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1006_EnumerateStreamOnce;

/// <summary>The other half of the rule: a request that was sent is sent again as it is.</summary>
public sealed class SecondSendingTests
{
    private const string Say = "var say = client.Chat.CreateChatCompletion(\"m\").AddUserMessage(\"q\").WithTemperature(0.5); ";
    private const string Stream = "var say = client.Chat.CreateStreamingChatCompletion(\"m\").AddUserMessage(_text.ToString()); ";

    /// <summary>Bodies that pay twice.</summary>
    public static TheoryData<string, string> Repeated => new()
    {
        { "two members of one answer", Say + "Show((await say.SendAsync()).Choices); Show((await say.[|SendAsync|]()).Usage);" },
        { "tokens", Say + "var a = await say.SendAsync(token).ConfigureAwait(false); var usage = (await say.[|SendAsync|](token)).Usage; Show(a); Show(usage);" },
        { "changed before both", Say + "say.AddSystemMessage(\"s\"); say = say.AddUserMessage(\"more\"); Show((await say.SendAsync()).Choices); Show(await say.[|SendAsync|]());" },
        { "changed, sent twice", Say + "Show(await say.SendAsync()); say.AddUserMessage(\"more\"); Show((await say.SendAsync()).Choices); Show(await say.[|SendAsync|]());" },
        { "streams", Stream + "Show(await say.StreamAsync().CountAsync()); await foreach (var chunk in say.[|StreamAsync|]()) Show(chunk);" },
        { "collected and looped over", Stream + "await say.StreamAsync().CollectAsync(); await foreach (var chunk in say.[|StreamAsync|](token).AsReceived()) Show(chunk);" },
        { "one each", "var letter = new PostOffice(\"k\").Take(\"w\").Note(\"n\"); Show(await letter.FinishAsync()); await foreach (var fragment in letter.[|WriteAsync|]()) Show(fragment);" },
        { "made by its constructor", "var letter = new Pen(); letter.Note(\"n\"); await letter.FinishAsync(); Show(await letter.[|FinishAsync|](token));" },
        { "in a loop, made in it", "foreach (var number in numbers) { " + Say + "Show((await say.SendAsync()).Choices); Show((await say.[|SendAsync|]()).Usage); }" },
        { "in a lambda", "Func<Task> run = async () => { " + Say + "Show((await say.SendAsync()).Choices); Show((await say.[|SendAsync|]()).Usage); }; await run();" },
    };

    /// <summary>Bodies that send twice and mean it, or may.</summary>
    public static TheoryData<string, string> Meant => new()
    {
        { "once", Say + "var result = await say.SendAsync(); Show(result.Choices); Show(result.Usage);" },
        { "changed in between", Say + "var first = await say.SendAsync(); say.AddAssistantMessage(first.Id).AddUserMessage(\"more\"); Show((await say.SendAsync()).Usage);" },
        { "assigned in between", Say + "Show((await say.SendAsync()).Usage); say = say.AddUserMessage(\"more\"); Show((await say.SendAsync()).Usage);" },
        { "made anew in between", Say + "Show((await say.SendAsync()).Usage); say = client.Chat.CreateChatCompletion(\"n\"); Show((await say.SendAsync()).Usage);" },
        { "changed at times", Say + "Show((await say.SendAsync()).Usage); if (flag) say.AddUserMessage(\"more\"); Show((await say.SendAsync()).Usage);" },
        { "changed in the chain", Say + "Show((await say.SendAsync()).Usage); Show(await say.AddUserMessage(\"more\").SendAsync());" },
        { "branches", Say + "if (flag) Show((await say.SendAsync()).Usage); else Show((await say.SendAsync()).Usage);" },
        { "early return", Say + "if (flag) { Show((await say.SendAsync()).Usage); return; } Show((await say.SendAsync()).Usage);" },
        { "empty answer", Say + "var result = await say.SendAsync(); if (result.Choices.Count == 0) result = await say.SendAsync(); Show(result);" },
        { "empty answer, early return", Say + "var result = await say.SendAsync(); if (result.Choices.Count > 0) return; Show((await say.SendAsync()).Usage);" },
        { "coalesced", Say + "var usage = (await say.SendAsync()).Usage ?? (await say.SendAsync()).Usage; Show(usage);" },
        { "first at times", Say + "if (flag) Show((await say.SendAsync()).Usage); Show((await say.SendAsync()).Usage);" },
        { "handler", Say + "try { Show((await say.SendAsync()).Usage); } catch (OpenRouterException) { Show((await say.SendAsync()).Usage); }" },
        { "after a handler", Say + "try { Show((await say.SendAsync()).Usage); return; } catch (OpenRouterException) { Show(1); } Show((await say.SendAsync()).Usage);" },
        { "attempt and again", Say + "try { Show((await say.SendAsync()).Usage); } catch (OpenRouterException) { Show(1); } Show((await say.SendAsync()).Usage);" },
        { "loop", Say + "foreach (var number in numbers) Show((await say.SendAsync()).Usage);" },
        { "samples in a loop", Say + "for (var n = 0; n < 5; n++) { Show((await say.SendAsync()).Usage); Show((await say.SendAsync()).Usage); }" },
        { "once, then in a loop", Say + "Show((await say.SendAsync()).Usage); foreach (var number in numbers) Show((await say.SendAsync()).Usage);" },
        { "two samples", Say + "var first = await say.SendAsync(); var second = await say.SendAsync(); Show(first == second);" },
        { "samples in a list", Say + "var all = new List<ChatResult>(); all.Add(await say.SendAsync()); all.Add(await say.SendAsync()); Show(all);" },
        { "samples of a stream", Stream + "var first = await say.StreamAsync().CollectAsync(); var second = await say.StreamAsync().CollectAsync(); Show(first == second);" },
        { "samples side by side", Say + "var all = new[] { await say.SendAsync(), await say.SendAsync() }; Show(all);" },
        { "side by side", Say + "var first = say.SendAsync(); var second = say.SendAsync(); Show(await first == await second);" },
        { "WhenAll", Say + "Show(await Task.WhenAll(say.SendAsync(), say.SendAsync()));" },
        { "streams that are read later", Stream + "var first = say.StreamAsync(); var second = say.StreamAsync(); Show(await first.Concat(second).CountAsync());" },
        { "warm-up that is measured", Say + "await say.SendAsync(); var watch = System.Diagnostics.Stopwatch.StartNew(); await say.SendAsync(); Show(watch.Elapsed);" },
        { "waits in between", Say + "Show((await say.SendAsync()).Usage); await Task.Delay(1000); Show((await say.SendAsync()).Usage);" },
        { "list that grows", "var tools = new List<ChatTool>(); var say = client.Chat.CreateChatCompletion(\"m\").WithTools(tools); Show((await say.SendAsync()).Usage); tools.Add(null!); Show((await say.SendAsync()).Usage);" },
        { "parameter", "Show(await ask.StreamAsync().CountAsync()); Show(await ask.StreamAsync().CountAsync());" },
        { "from elsewhere", "var say = Make(client); Show((await say.SendAsync()).Usage); Show((await say.SendAsync()).Usage); static ChatBuilder Make(IOpenRouterClient client) => client.Chat.CreateChatCompletion(\"m\");" },
        { "handed on", Say + "Show((await say.SendAsync()).Usage); Change(say); Show((await say.SendAsync()).Usage); static void Change(ChatBuilder builder) => builder.AddUserMessage(\"more\");" },
        { "another name", Say + "var same = say; Show((await say.SendAsync()).Usage); same.AddUserMessage(\"more\"); Show((await say.SendAsync()).Usage);" },
        { "changed by a lambda", Say + "Action more = () => say.AddUserMessage(\"more\"); Show((await say.SendAsync()).Usage); more(); Show((await say.SendAsync()).Usage);" },
        { "two requests", Say + "var other = client.Chat.CreateChatCompletion(\"m\").AddUserMessage(\"q\"); Show((await say.SendAsync()).Usage); Show(await other.SendAsync());" },
        { "other arguments", "var letter = new Pen(); Show(await letter.WriteAsync(1).CountAsync()); Show(await letter.WriteAsync(2).CountAsync());" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public async Task Repeated_Informs(string situation, string body)
    {
        Assert.NotEmpty(situation);
        var document = await RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(Sample.WithBody(body));
        var finding = Assert.Single(await RuleVerifier<EnumerateStreamOnceAnalyzer>.DiagnosticsAsync(document.Project));
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.EndsWith("Async' sends the same request again, and that is paid for again: nothing of it has changed", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Meant))]
    public Task Meant_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<EnumerateStreamOnceAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }
}
