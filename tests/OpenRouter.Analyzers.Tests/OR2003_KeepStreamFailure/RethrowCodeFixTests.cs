using OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2003_KeepStreamFailure;

public sealed class RethrowCodeFixTests
{
    [Fact]
    public Task Blocks_ThrowAgain() => FixVerifier<KeepStreamFailureAnalyzer, RethrowCodeFix>.VerifyAsync(
        Sample.With("""
            async Task Run(Pen pen)
            {
                try
                {
                    await foreach (var chunk in Ask.StreamAsync()) Show(chunk);
                }
                [|catch|] (HttpRequestException) // lost
                {
                    // Nothing to do.
                } // so far
                [|catch|]
                {
                }

                try { await foreach (var fragment in pen.WriteAsync()) Show(fragment); } [|catch|] (Exception) { }
                try { await foreach (var fragment in pen.WriteAsync()) Show(fragment); } [|catch|] {}
            }
        """),
        Sample.With("""
            async Task Run(Pen pen)
            {
                try
                {
                    await foreach (var chunk in Ask.StreamAsync()) Show(chunk);
                }
                catch (HttpRequestException) // lost
                {
                    // Nothing to do.
                    throw;
                } // so far
                catch
                {
                    throw;
                }

                try { await foreach (var fragment in pen.WriteAsync()) Show(fragment); } catch (Exception) { throw; }
                try { await foreach (var fragment in pen.WriteAsync()) Show(fragment); } catch { throw; }
            }
        """),
        RethrowCodeFix.EquivalenceKey);

    [Theory]
    [InlineData("async Task Run() { try { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); } [|catch|] { return; } }")]
    [InlineData("async Task<string> Run() { try { await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content); } [|catch|] { return _text.ToString(); } return \"\"; }")]
    [InlineData("async Task Run() { foreach (var letter in \"abc\") { try { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); } [|catch|] { continue; } Show(1); } }")]
    public async Task Fix_IsNotOffered_WhereTheBlockLeaves(string members)
    {
        Assert.Empty(await FixVerifier<KeepStreamFailureAnalyzer, RethrowCodeFix>.OfferedAsync(Sample.With(members)));
    }
}
