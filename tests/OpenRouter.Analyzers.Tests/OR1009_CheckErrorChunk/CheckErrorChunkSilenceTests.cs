using OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1009_CheckErrorChunk;

public sealed class CheckErrorChunkSilenceTests
{
    /// <summary>What else is done in a loop that gathers text.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "thrown", "if (scrap.Blot is { } blot) throw new Exception(blot);" },
        { "tested", "if (scrap.Blot != null) break;" },
        { "shown", "Show(scrap.Blot);" },
        { "pattern", "if (scrap is { Blot: not null }) break;" },
        { "switch", "switch (scrap) { case { Blot: { } blot }: throw new Exception(blot); }" },
        { "local of the chunk", "var same = scrap; if (same.Blot is not null) return;" },
        { "lambda", "Action check = () => { if (scrap.Blot is not null) throw new Exception(); }; check();" },
        { "compared with the good end", "if (scrap.Strips is [{ Cause: { } cause }] && cause != Cause.Done) throw new Exception();" },
        { "end shown", "Show(scrap.Strips[0].Cause);" },
        { "end in a text", "text.Append($\"[{scrap.Strips[0].Cause}]\");" },
        { "end switched", "switch (scrap.Strips[0].Cause) { case Cause.Done: break; default: throw new Exception(); }" },
        { "argument", "Keep(scrap);" },
        { "helper", "Check(scrap); static void Check(Scrap scrap) { if (scrap.Blot is not null) throw new Exception(); }" },
        { "part as argument", "Keep(scrap.Strips[0]);" },
        { "field", "_last = scrap;" },
        { "list", "_all.Add(scrap);" },
        { "text of the chunk", "Show($\"{scrap}\");" },
        { "own method", "Show(scrap.ToString());" },
        { "object", "object boxed = scrap; Show(boxed);" },
        { "tuple", "Show((scrap, 1));" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "no text", "await foreach (var scrap in pen.ScribbleAsync()) Show(scrap.Ink);" },
        { "counted", "var count = 0; await foreach (var scrap in pen.ScribbleAsync()) count += scrap.Strips.Count; Show(count);" },
        { "first round only", "await foreach (var scrap in pen.ScribbleAsync()) { Show(scrap.Strips[0].Words); break; }" },
        { "last chunk", "Scrap? last = null; await foreach (var scrap in pen.ScribbleAsync()) { text.Append(scrap.Strips[0].Words); last = scrap; } if (last?.Blot is not null) throw new Exception();" },
        { "client that throws", "await foreach (var part in pen.WriteAsync()) text.Append(part.Words);" },
        { "our client", "await foreach (var chunk in new StreamingChatBuilder().StreamAsync()) text.Append(chunk.Choices?[0].Delta?.Content);" },
        { "our client, as received", "await foreach (var chunk in new StreamingChatBuilder().StreamAsync().AsReceived()) text.Append(chunk.Choices?[0].Delta?.Content);" },
        { "our events", "await foreach (var item in ((IResponsesApi)null!).StreamResponseAsync(\"q\")) if (item.TryGetTextDeltaEvent(out var delta)) text.Append(delta!.Delta);" },
        { "verdict", "await foreach (var signal in Wire.Open()) { if (signal.HasFailed) break; text.Append(signal.Text); }" },
        { "verdict in a pattern", "await foreach (var signal in Wire.Open()) if (signal is { HasFailed: false, Text: { } words }) text.Append(words);" },
        { "tag", "await foreach (var signal in Wire.Open()) if (signal.Type == \"text\") text.Append(signal.Text);" },
        { "end compared with error", "await foreach (var signal in Wire.Open()) { text.Append(signal.Text); if (signal.Ending == \"error\") throw new Exception(); }" },
        { "end compared with stop behind the loop", "string? end = null; await foreach (var signal in Wire.Open()) { text.Append(signal.Text); end = signal.Ending ?? end; } if (end != \"stop\") throw new Exception();" },
        { "end is kept", "var ends = new List<string?>(); await foreach (var signal in Wire.Open()) { text.Append(signal.Text); ends.Add(signal.Ending); } Show(ends);" },
        { "stream is asked", "var wire = Wire.Open(); await foreach (var signal in wire) text.Append(signal.Text); if (wire.Fault is not null) throw new Exception();" },
        { "stream handed on", "var wire = Wire.Open(); Keep(wire); await foreach (var signal in wire) text.Append(signal.Text);" },
        { "view of the text", "await foreach (var words in Wire.Open().TextAsync()) text.Append(words);" },
        { "LINQ looks", "await foreach (var scrap in pen.ScribbleAsync().Where(scrap => scrap.Blot is null)) text.Append(scrap.Strips[0].Words);" },
        { "LINQ with a method", "await foreach (var words in pen.ScribbleAsync().Select(Words)) text.Append(words); static string? Words(Scrap scrap) => scrap.Blot ?? scrap.Strips[0].Words;" },
        { "cases by type", "await foreach (var item in Desk.WatchAsync()) switch (item) { case Words words: text.Append(words.Text); break; case Mishap: throw new Exception(); }" },
        { "error of a part", "await foreach (var sheet in Desk.WriteAsync()) foreach (var line in sheet.Lines ?? []) text.Append(line.Error is null ? line.Text : null);" },
        { "list that is kept", "var all = await pen.ScribbleAsync().ToListAsync(); Keep(all); text.Append(all[0].Strips[0].Words);" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public Task Round_IsSilent(string situation, string round)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(Sample.WithRound(round), Sample.Project);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(Sample.WithBody(body), Sample.Project);
    }

    [Theory]
    [InlineData("async IAsyncEnumerable<Scrap> Run(Pen pen) { await foreach (var scrap in pen.ScribbleAsync()) { Show(scrap.Strips[0].Words); yield return scrap; } }")]
    [InlineData("async Task<Scrap?> Run(Pen pen) { Scrap? last = null; await foreach (var scrap in pen.ScribbleAsync()) { Show(scrap.Strips[0].Words); last = scrap; } return last; }")]
    [InlineData("readonly Wire _wire = new(); async Task Run(Wire wire) { await foreach (var signal in _wire) Show(signal.Text); await foreach (var signal in wire) Show(signal.Text); }")]
    [InlineData("[StreamCollector] static async Task<string> Run(IAsyncEnumerable<Scrap> scraps) { var all = \"\"; await foreach (var scrap in scraps) all += scrap.Strips[0].Words; return all; }")]
    public Task Member_IsSilent(string member) => RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(Sample.With(member), Sample.Project);

    [Fact]
    public Task TrustedConsumer_IsSilent() => RuleVerifier<CheckErrorChunkAnalyzer>.VerifyAsync(
        Sample.WithRound("Show(1);"), Sample.Project with { EditorConfig = "root = true\n[*.cs]\nopenrouter.trusted_consumers = Sample.Run\n" });
}
