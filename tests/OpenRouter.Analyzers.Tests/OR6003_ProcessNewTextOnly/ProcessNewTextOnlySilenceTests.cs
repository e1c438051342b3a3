using OpenRouter.Analyzers.Rules.OR6003_ProcessNewTextOnly;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6003_ProcessNewTextOnly;

public sealed class ProcessNewTextOnlySilenceTests
{
    private const string Append = "_text.Append(chunk.Choices?[0].Delta?.Content); ";
    private const string Add = "text += chunk.Choices?[0].Delta?.Content; ";

    /// <summary>Bodies of a loop over chunks; <c>text</c>, <c>count</c> and <c>watch</c> stand before it.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "length", Append + "Show(_text.Length);" },
        { "new piece", Append + "Show(Render(chunk.Choices?[0].Delta?.Content ?? \"\"));" },
        { "part of the builder", Append + "Show(_text.ToString(0, 1));" },
        { "every twentieth", Append + "if (count++ % 20 == 0) Show(_text.ToString());" },
        { "not every twentieth", Append + "if (++count % 20 != 0) continue; Show(_text.ToString());" },
        { "counter", Append + "if (++count >= 10) { count = 0; Show(_text.ToString()); }" },
        { "counter that is equal", Append + "if (++count == 10) { count = 0; Show(_text.ToString()); }" },
        { "stopwatch", Append + "if (watch.ElapsedMilliseconds > 50) { Show(_text.ToString()); watch.Restart(); }" },
        { "clock", Append + "if (DateTime.UtcNow - shown > TimeSpan.FromMilliseconds(50)) { Show(_text.ToString()); shown = DateTime.UtcNow; }" },
        { "flag", Append + "if (_isDirty) Show(_text.ToString());" },
        { "both", Append + "var due = chunk.Id is not null && count % 3 == 0 && Render(_text.ToString()).Length > 3; Show(due);" },
        { "end of a line", Append + "if (chunk.Choices?[0].Delta?.Content?.EndsWith('\\n') == true) Show(_text.ToString());" },
        { "own decision", Append + "if (IsDue()) Show(_text.ToString());" },
        { "size", Append + "if (_text.Length > 1000) Show(_text.ToString());" },
        { "at the finish reason", Append + "if (chunk.Choices?[0].FinishReason is not null) Show(_text.ToString());" },
        { "at the finish reason, by choice", Append + "Show(chunk.Choices?[0].FinishReason is null ? \"\" : _text.ToString());" },
        { "when leaving", Append + "if (chunk.Id is null) { Show(_text.ToString()); break; }" },
        { "when throwing", Append + "if (chunk.Error is not null) throw new InvalidOperationException(_text.ToString());" },
        { "in a catch block", "try { " + Append + "} catch (ArgumentException) { Show(_text.ToString()); }" },
        { "emptied", Append + "Show(_text.ToString()); _text.Clear();" },
        { "cut", Append + "Show(_text.ToString()); _text.Length = 0;" },
        { "exchanged", Append + "Show(_text.ToString()); _text = new StringBuilder();" },
        { "of the round", "var line = new StringBuilder(); line.Append(chunk.Choices?[0].Delta?.Content); Show(line.ToString());" },
        { "emptied elsewhere", Append + "Flush(_text); Show(_text.ToString());" },
        { "emptied by a method", Append + "Show(_text.ToString()); EndLine();" },
        { "a part, by its name", Add + "Show(LastLine(text));" },
        { "not the model's text", "_text.Append('.'); Show(_text.ToString());" },
        { "sentence", Add + "Show(Render(text)); if (text.EndsWith('.')) text = \"\";" },
        { "cheap questions", Add + "Show(string.IsNullOrEmpty(text)); Show(text.EndsWith('.')); Show(text.Contains(\"###\")); Show(text.Length);" },
        { "callback", Add + "_changed(text);" },
        { "progress", Add + "_progress.Report(text);" },
        { "constructor", Add + "Show(new Uri(text));" },
        { "another builder", Append + "Show(_other.ToString());" },
        { "set", Add + "_shown = text;" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Round_IsSilent(string situation, string round)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task Run() { var text = \"\"; var count = 0; var watch = new System.Diagnostics.Stopwatch(); var shown = DateTime.UtcNow; await foreach (var chunk in Ask.StreamAsync()) { " + round + " } Show(text + count + watch + shown); }");
    }

    [Fact]
    public Task AfterTheLoop_AndOtherLoops_AreSilent() => VerifyAsync("""
        async Task Run(IAsyncEnumerable<string> lines)
        {
            await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content);
            Show(_text.ToString());
            await foreach (var line in lines) { _text.Append(line); Show(_text.ToString()); }
            await foreach (var chunk in Ask.StreamAsync().Take(3)) { _text.Append(chunk.Choices?[0].Delta?.Content); Show(_text.ToString()); }
            foreach (var letter in "abc") { var answer = await Ask.StreamAsync().CollectAsync(); _text.Append(answer.Text); Show(_text.ToString()); }
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<ProcessNewTextOnlyAnalyzer>.VerifyAsync(Sample.With("""
            bool _isDirty; string _shown = ""; Action<string> _changed = Show; IProgress<string> _progress = null!; readonly StringBuilder _other = new();
            bool IsDue() => _isDirty = !_isDirty;
            void EndLine() { _text.Clear(); }
            static string LastLine(string text) => text;
            static string Render(string text) => text;
            static void Flush(StringBuilder text) => text.Clear();
            string Shown => _shown;

            """ + members).Replace("readonly StringBuilder _text", "StringBuilder _text", StringComparison.Ordinal));
    }
}
