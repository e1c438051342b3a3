using OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2003_KeepStreamFailure;

public sealed class KeepStreamFailureTriggerTests
{
    private const string Loop = "await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content);";

    /// <summary>Bodies of a method that returns a text.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "everything", "try { " + Loop + " } [|catch|] { } return _text.ToString();" },
        { "Exception", "try { " + Loop + " } [|catch|] (Exception) { } return _text.ToString();" },
        { "Exception with an unused name", "try { " + Loop + " } [|catch|] (Exception error) { } return _text.ToString();" },
        { "HttpRequestException", "try { " + Loop + " } [|catch|] (HttpRequestException) { } return _text.ToString();" },
        { "IOException", "try { " + Loop + " } [|catch|] (IOException) { /* ignored */ } return _text.ToString();" },
        { "exception of the client", "try { " + Loop + " } [|catch|] (OpenRouterException) { } return _text.ToString();" },
        { "beside a cancellation", "try { " + Loop + " } catch (OperationCanceledException) { } [|catch|] (Exception) { } return _text.ToString();" },
        { "two kinds", "try { " + Loop + " } [|catch|] (HttpRequestException) { } [|catch|] (IOException) { } return _text.ToString();" },
        { "all but cancellation", "try { " + Loop + " } [|catch|] (Exception error) when (error is not OperationCanceledException) { } return _text.ToString();" },
        { "all but cancellation, older", "try { " + Loop + " } [|catch|] (Exception error) when (!(error is OperationCanceledException)) { } return _text.ToString();" },
        { "cancellation and errors alike", "try { " + Loop + " } [|catch|] (Exception error) when (error is OperationCanceledException or HttpRequestException) { } return _text.ToString();" },
        { "what there is", "try { " + Loop + " } [|catch|] (Exception) { return _text.ToString(); } return _text + \"\";" },
        { "finally", "try { " + Loop + " } [|catch|] (Exception) { } finally { Show(1); } return _text.ToString();" },
        { "around more", "try { Show(1); if (_text.Length == 0) { " + Loop + " } } [|catch|] { } return _text.ToString();" },
        { "text view", "try { await foreach (var piece in Ask.StreamAsync().TextAsync()) _text.Append(piece); } [|catch|] { } return _text.ToString();" },
        { "async LINQ", "List<StreamingChatResponse> all = []; try { all.AddRange(await Ask.StreamAsync().ToListAsync()); } [|catch|] { } return _text.ToString();" },
        { "enumerator", "try { await using var chunks = Ask.StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) Show(chunks.Current); } [|catch|] { } return _text.ToString();" },
        { "text of a local", "var text = \"\"; try { await foreach (var chunk in Ask.StreamAsync()) text += chunk.Choices?[0].Delta?.Content; } [|catch|] { } return text;" },
        { "for each of many", "foreach (var letter in \"abc\") { try { " + Loop + " } [|catch|] (Exception) { continue; } Show(_text); } return _text.ToString();" },
        { "inner of two", "try { try { " + Loop + " } [|catch|] { } } catch (Exception) { } return _text.ToString();" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Block_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<KeepStreamFailureAnalyzer>.VerifyAsync(Sample.With("async Task<string> Run() { " + body + " }"));
    }

    [Fact]
    public Task MethodWithoutResult_AndAnotherClient_Trigger() => RuleVerifier<KeepStreamFailureAnalyzer>.VerifyAsync(Sample.With("""
        class PostException : Exception { }

        async Task Run(Pen pen)
        {
            try
            {
                await foreach (var fragment in pen.WriteAsync())
                {
                    Show(fragment.Words);
                }
            }
            [|catch|] (Exception)
            {
                return;
            }

            Show("done");
        }
        """) + """

        namespace Acme
        {
            class LostException : Exception { }

            class Reader
            {
                public async Task Read(Pen pen)
                {
                    try { await foreach (var fragment in pen.WriteAsync()) Console.Write(fragment.Words); } [|catch|] (LostException) { }
                }
            }
        }
        """);
}
