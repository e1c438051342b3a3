using OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2003_KeepStreamFailure;

public sealed class KeepStreamFailureSilenceTests
{
    private const string Loop = "await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content);";

    /// <summary>Bodies of a method that returns a text or nothing, with a parameter <c>token</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "thrown again", "try { " + Loop + " } catch { throw; } return _text.ToString();" },
        { "thrown as another", "try { " + Loop + " } catch (Exception error) { throw new InvalidOperationException(\"broken\", error); } return _text.ToString();" },
        { "printed", "try { " + Loop + " } catch (Exception ex) { Console.WriteLine(ex.Message); } return _text.ToString();" },
        { "told", "try { " + Loop + " } catch (Exception) { Console.WriteLine(\"The stream broke.\"); } return _text.ToString();" },
        { "logged", "try { " + Loop + " } catch (Exception ex) { Log(ex, \"broken\"); } return _text.ToString();" },
        { "marked", "var isPartial = false; try { " + Loop + " } catch (Exception) { isPartial = true; } return isPartial ? null : _text.ToString();" },
        { "marked in the text", "try { " + Loop + " } catch (HttpRequestException) { _text.Append(\" [interrupted]\"); } return _text.ToString();" },
        { "shown in a component", "try { " + Loop + " } catch (Exception ex) { _shown = $\"Error: {ex.Message}\"; } return _shown;" },
        { "counted", "try { " + Loop + " } catch (Exception) { _failures++; } return _text.ToString();" },
        { "null", "try { " + Loop + " } catch (Exception) { return null; } return _text.ToString();" },
        { "a sorry", "try { " + Loop + " } catch (Exception) { return \"Sorry, try again.\"; } return _text.ToString();" },
        { "cancellation", "try { " + Loop + " } catch (OperationCanceledException) { } return _text.ToString();" },
        { "cancelled task", "try { " + Loop + " } catch (TaskCanceledException) { return _text.ToString(); } return _text + \"\";" },
        { "cancellation by its token", "try { " + Loop + " } catch (Exception) when (token.IsCancellationRequested) { } return _text.ToString();" },
        { "cancellation by its type", "try { " + Loop + " } catch (Exception error) when (error is OperationCanceledException or TaskCanceledException) { } return _text.ToString();" },
        { "filter that decides", "try { " + Loop + " } catch (Exception error) when (Log(error, \"broken\")) { } return _text.ToString();" },
        { "filter on the text", "try { " + Loop + " } catch (Exception) when (_text.Length > 1000) { } return _text.ToString();" },
        { "flag set behind the loop", "var isWhole = false; try { " + Loop + " isWhole = true; } catch { } return isWhole ? _text.ToString() : null;" },
        { "finish reason kept", "FinishReason? finish = null; try { await foreach (var chunk in Ask.StreamAsync()) { _text.Append(chunk.Choices?[0].Delta?.Content); finish = chunk.Choices?[0].FinishReason; } } catch { } return finish is null ? null : _text.ToString();" },
        { "stream asked", "var stream = Ask.StreamAsync(); try { await foreach (var chunk in stream) _text.Append(chunk.Choices?[0].Delta?.Content); } catch { } return stream.Answer.Outcome == AnswerOutcome.Complete ? _text.ToString() : null;" },
        { "tried again", "while (true) { try { " + Loop + " return _text.ToString(); } catch (HttpRequestException) { } }" },
        { "tried again, some times", "for (var i = 0; i < 3; i++) { try { " + Loop + " break; } catch (HttpRequestException) { continue; } } return _text.ToString();" },
        { "other exception", "try { " + Loop + " } catch (FormatException) { } return _text.ToString();" },
        { "own exception", "try { " + Loop + " } catch (MineException) { } return _text.ToString();" },
        { "no stream inside", "try { Show(1); } catch { } " + Loop + " return _text.ToString();" },
        { "stream in the block", "try { Show(1); } catch { " + Loop + " } return _text.ToString();" },
        { "stream in finally", "try { Show(1); } catch { } finally { " + Loop + " } return _text.ToString();" },
        { "stream in a lambda", "try { Func<Task> later = async () => { " + Loop + " }; Show(later); } catch { } return _text.ToString();" },
        { "chunk by chunk", "await foreach (var chunk in Ask.StreamAsync()) { try { Show(chunk.Id); } catch { } } return _text.ToString();" },
        { "outer of two", "try { try { " + Loop + " } catch (Exception error) { Show(error); } } catch (Exception) { } return _text.ToString();" },
        { "only finally", "try { " + Loop + " } finally { Show(1); } return _text.ToString();" },
        { "other stream", "try { await foreach (var number in Numbers()) Show(number); } catch { } return _text.ToString();" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync("async Task<string?> Run(CancellationToken token) { await Task.Yield(); " + body + " }");
    }

    [Theory]
    [InlineData("static async Task Main() { try { await foreach (var chunk in new StreamingChatBuilder().StreamAsync()) Show(chunk); } catch { } }")]
    [InlineData("public async Task InvokeAsync(HttpContext context) { try { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); } catch { } }")]
    public Task LastHandler_IsSilent(string members) => VerifyAsync(members);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<KeepStreamFailureAnalyzer>.VerifyAsync(Sample.With("""
            class MineException : Exception { }
            string _shown = ""; int _failures;
            string State => _shown + _failures;
            static bool Log(Exception error, string text) { Show(error + text); return true; }
            static async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }

            """ + members));
    }
}
