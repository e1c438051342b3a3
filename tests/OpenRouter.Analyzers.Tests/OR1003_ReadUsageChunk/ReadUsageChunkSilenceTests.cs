using OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1003_ReadUsageChunk;

public sealed class ReadUsageChunkSilenceTests
{
    private const string Finish = "chunk.Choices?.FirstOrDefault()?.FinishReason";

    /// <summary>Bodies of a loop over raw chunks.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "read on", "if (" + Finish + " is { } reason) Show(reason);" },
        { "limit", "if (_text.Length > 1000) break; Show(" + Finish + ");" },
        { "limit before the end", "if (" + Finish + " == null && _text.Length > 1000) break;" },
        { "limit while there is no reason", "if (" + Finish + " is null) { if (_text.Length > 1000) return; } Show(1);" },
        { "cancellation", "Show(" + Finish + "); if (token.IsCancellationRequested) break;" },
        { "usage as well", "if (" + Finish + " != null && chunk.Usage != null) break;" },
        { "usage alone", "Show(" + Finish + "); if (chunk.Usage is not null) break;" },
        { "usage in a field", "_usage ??= chunk.Usage; if (" + Finish + " != null && _usage != null) break;" },
        { "usage in an outer condition", "if (chunk.Usage != null) { if (" + Finish + " != null) break; }" },
        { "usage in a guard", "if (chunk.Usage == null) continue; if (" + Finish + " != null) return;" },
        { "error", "if (" + Finish + " == FinishReason.Error) break;" },
        { "error as a word", "if (" + Finish + "?.Value == \"error\") return;" },
        { "error in a switch", "switch (" + Finish + "?.Value) { case \"stop\": Show(1); break; case FinishReason.Values.Error: return; }" },
        { "error of the chunk", "if (chunk.Error != null || " + Finish + " != null) break;" },
        { "failure in a local", "var failed = " + Finish + " == FinishReason.Error; if (failed) break;" },
        { "break of a switch", "switch (" + Finish + "?.Value) { case \"stop\": Show(1); break; default: break; }" },
        { "break of an inner loop", "foreach (var choice in chunk.Choices ?? []) { if (choice.FinishReason != null) break; }" },
        { "goto inside of the loop", "if (" + Finish + " != null) goto next; Show(chunk); next: Show(1);" },
        { "throw", "if (" + Finish + " != null) throw new InvalidOperationException();" },
        { "continue", "if (" + Finish + " != null) continue; Show(chunk);" },
        { "return of a lambda", "Action show = () => { if (" + Finish + " != null) return; Show(1); }; show();" },
        { "catch", "try { Show(" + Finish + "); } catch (IOException) { break; }" },
        { "text of the model", "if (chunk.Choices?.FirstOrDefault()?.Delta?.Content is { } text && text.Contains('.')) break;" },
        { "no choice", "if (chunk.Choices is null or []) break;" },
        { "first chunk", "Show(" + Finish + "); break;" },
        { "default of a switch that leaves nothing out", "switch (" + Finish + "?.Value) { case \"length\": Show(1); break; default: return; }" },
        { "reason of the text", "var text = " + Finish + " is null ? chunk.Id : \"\"; if (text == \"x\") break;" },
    };

    /// <summary>Whole bodies.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "stream as it is by default", "await foreach (var chunk in ask.StreamAsync()) if (" + Finish + " != null) break;" },
        { "chunk without usage", "await foreach (var fragment in pen.WriteAsync()) if (fragment.StopCause != null) break;" },
        { "events", "IOpenRouterClient client = null!; await foreach (var item in client.Responses.StreamResponseAsync(\"q\")) if (item.TryGetResponseCompletedEvent(out _)) break;" },
        { "kinds of events", "await foreach (var item in pen.PostAsync()) if (item is PostedEvent) break;" },
        { "finally", "try { Show(1); } finally { await foreach (var chunk in ask.StreamAsync().AsReceived()) { if (" + Finish + " != null) break; } }" },
        { "usage in a local", "ChatUsage? usage = null; await foreach (var chunk in ask.StreamAsync().AsReceived()) { usage = chunk.Usage ?? usage; if (" + Finish + " != null && usage != null) break; }" },
        { "Where", "await foreach (var chunk in ask.StreamAsync().AsReceived().Where(chunk => chunk.Choices?.FirstOrDefault()?.FinishReason == null)) Show(chunk);" },
        { "TakeWhile of something else", "await foreach (var chunk in ask.StreamAsync().AsReceived().TakeWhile(chunk => chunk.Usage == null)) Show(" + Finish + ");" },
        { "TakeWhile with usage", "await foreach (var chunk in ask.StreamAsync().AsReceived().TakeWhile(chunk => chunk.Choices?.FirstOrDefault()?.FinishReason == null || chunk.Usage == null)) Show(chunk);" },
        { "TakeWhile on the default stream", "await foreach (var chunk in ask.StreamAsync().TakeWhile(chunk => chunk.Choices?.FirstOrDefault()?.FinishReason == null)) Show(chunk);" },
        { "rest is read", "await using var chunks = ask.StreamAsync().AsReceived().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) { if (chunks.Current.Choices?.FirstOrDefault()?.FinishReason != null) break; } while (await chunks.MoveNextAsync()) Show(chunks.Current.Usage);" },
        { "list", "var all = await ask.StreamAsync().AsReceived().ToListAsync(); foreach (var chunk in all) if (" + Finish + " != null) break;" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public Task Round_IsSilent(string situation, string round)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<ReadUsageChunkAnalyzer>.VerifyAsync(Sample.WithRound(round));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<ReadUsageChunkAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public async Task TrustedConsumer_AndCollector_AreSilent()
    {
        const string Loop = "await foreach (var chunk in ask.StreamAsync().AsReceived()) if (" + Finish + " != null) break;";
        await RuleVerifier<ReadUsageChunkAnalyzer>.VerifyAsync(
            Sample.With("static async Task Run(StreamingChatBuilder ask) { " + Loop + " }"),
            TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.trusted_consumers = Sample.Run\n" });
        await RuleVerifier<ReadUsageChunkAnalyzer>.VerifyAsync(
            Sample.With("[OpenRouter.Runtime.Annotations.StreamCollector] static async Task Run(StreamingChatBuilder ask) { " + Loop + " }"));
    }
}
