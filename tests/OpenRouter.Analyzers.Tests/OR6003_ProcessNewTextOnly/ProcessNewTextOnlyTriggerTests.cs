using OpenRouter.Analyzers.Rules.OR6003_ProcessNewTextOnly;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6003_ProcessNewTextOnly;

public sealed class ProcessNewTextOnlyTriggerTests
{
    private const string Append = "_text.Append(chunk.Choices?[0].Delta?.Content); ";
    private const string Add = "text += chunk.Choices?[0].Delta?.Content; ";

    /// <summary>Bodies of a loop over chunks; <c>text</c> and <c>pieces</c> stand before it.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "ToString", Append + "Show([|_text.ToString()|]);" },
        { "ToString of a chain", "_text.Append(' ').Append(chunk.Choices?[0].Delta?.Content); Show([|_text.ToString()|]);" },
        { "ToString, before the new piece", "Show([|_text.ToString()|]); " + Append },
        { "ToString of interpolated pieces", "_text.Append($\"<i>{chunk.Choices?[0].Delta?.Content}</i>\"); Show([|_text.ToString()|]);" },
        { "ToString of a local", "own.Append(chunk.Choices?[0].Delta?.Content); Show([|own.ToString()|]);" },
        { "ToString, rendered", Append + "Show(Render([|_text.ToString()|]));" },
        { "ToString, searched", Append + "if ([|_text.ToString()|].Contains(\"###\")) break;" },
        { "ToString in a lambda", Append + "await Invoke(() => Show([|_text.ToString()|]));" },
        { "ToString when there is content", "if (chunk.Choices?[0].Delta?.Content is { Length: > 0 } piece) { _text.Append(piece); Show([|_text.ToString()|]); }" },
        { "ToString when not empty", "var piece = chunk.Choices?[0].Delta?.Content; if (!string.IsNullOrEmpty(piece)) { _text.Append(piece); Show([|_text.ToString()|]); }" },
        { "ToString behind a guard", "if (chunk.Choices is null || chunk.Choices.Count == 0) continue; _text.Append(chunk.Choices[0].Delta?.Content); Show([|_text.ToString()|]);" },
        { "ToString when there are choices", "if (chunk.Choices?.Any() == true) { _text.Append(chunk.Choices[0].Delta?.Content); Show([|_text.ToString()|]); }" },
        { "interpolated builder", Append + "Show($\"{[|_text|]}\");" },
        { "Join", "pieces.Add(chunk.Choices?[0].Delta?.Content ?? \"\"); Show([|string.Join(\"\", pieces)|]);" },
        { "Concat", "pieces.Add(chunk.Choices?[0].Delta?.Content ?? \"\"); Show([|string.Concat(pieces)|]);" },
        { "wrapped", Add + "Show([|Wrap(text, 80)|]);" },
        { "converted", Add + "var html = [|Render(text)|]; Show(html);" },
        { "drawn", Add + "[|RedrawScreen(text)|];" },
        { "Regex", Add + "Show([|System.Text.RegularExpressions.Regex.IsMatch(text, \"a+\")|]);" },
        { "Split", Add + "Show([|text.Split('\\n')|]);" },
        { "Replace of a field", "_all += chunk.Choices?[0].Delta?.Content; Show([|_all.Replace(\"\\n\", \"<br>\")|]);" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Round_Triggers(string situation, string round)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task Run() { var text = \"\"; var own = new StringBuilder(); List<string> pieces = []; await foreach (var chunk in Ask.StreamAsync()) { " + round + " } Show(text + own + pieces.Count); }");
    }

    [Fact]
    public Task TextView_Enumerator_AndAsyncLinq_Trigger() => VerifyAsync("""
        async Task Run(Pen pen)
        {
            await foreach (var piece in Ask.StreamAsync().TextAsync())
            {
                _text.Append(piece);
                Show([|_text.ToString()|]);
            }

            await using var chunks = Ask.StreamAsync().GetAsyncEnumerator();
            while (await chunks.MoveNextAsync())
            {
                _text.Append(chunks.Current.Choices?[0].Delta?.Content);
                Show([|_text.ToString()|]);
            }

            await foreach (var fragment in pen.WriteAsync().Where(fragment => fragment.Words.Length > 0))
            {
                _all += fragment.Words;
                Show([|Wrap(_all, 3)|]);
            }
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<ProcessNewTextOnlyAnalyzer>.VerifyAsync(Sample.With("""
            string _all = "";
            static Task Invoke(Action work) { work(); return Task.CompletedTask; }
            static string Render(string text) => text;
            static void RedrawScreen(string text) { }
            static string[] Wrap(string text, int width) => [text];

            """ + members));
    }
}
