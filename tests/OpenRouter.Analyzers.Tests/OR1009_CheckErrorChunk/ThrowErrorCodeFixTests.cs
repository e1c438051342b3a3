using OpenRouter.Analyzers.Rules.OR1009_CheckErrorChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1009_CheckErrorChunk;

public sealed class ThrowErrorCodeFixTests
{
    [Fact]
    public Task Loops_ThrowFirst() => FixVerifier<CheckErrorChunkAnalyzer, ThrowErrorCodeFix>.VerifyAsync(
        Sample.With("""
                async Task Run(Pen pen, StringBuilder text)
                {
                    // The first.
                    await foreach (var scrap in pen.[|ScribbleAsync|]()) // as it comes
                    {
                        // Its words.
                        text.Append(scrap.Strips[0].Words);
                    }

                    await foreach (var signal in Wire.[|Open|]())
                        text.Append(signal.Text); // no braces

                    await foreach (var sheet in Desk.[|WriteAsync|]()) { text.Append(sheet.Lines?[0].Text); }
                }
            """),
        Sample.With("""
                async Task Run(Pen pen, StringBuilder text)
                {
                    // The first.
                    await foreach (var scrap in pen.ScribbleAsync()) // as it comes
                    {
                        if (scrap.Blot is { } error)
                        {
                            throw new InvalidOperationException($"The answer broke off: {error}");
                        }

                        // Its words.
                        text.Append(scrap.Strips[0].Words);
                    }

                    await foreach (var signal in Wire.Open())
                    {
                        if (signal.Fault is { } error2)
                        {
                            throw new WireException(error2);
                        }

                        text.Append(signal.Text);
                    } // no braces

                    await foreach (var sheet in Desk.WriteAsync()) { if (sheet.Lines is [{ Error: { } error3 }, ..]) { throw new SheetException($"The answer broke off: {error3}"); } text.Append(sheet.Lines?[0].Text); }
                }
            """),
        ThrowErrorCodeFix.EquivalenceKey,
        Sample.Project);

    [Theory]
    // There is no loop over the chunks themselves.
    [InlineData("await foreach (var words in pen.[|ScribbleAsync|]().Select(scrap => scrap.Strips[0].Words)) text.Append(words);")]
    [InlineData("foreach (var scrap in await pen.[|ScribbleAsync|]().ToListAsync()) text.Append(scrap.Strips[0].Words);")]
    [InlineData("await using var scraps = pen.[|ScribbleAsync|]().GetAsyncEnumerator(); while (await scraps.MoveNextAsync()) text.Append(scraps.Current.Strips[0].Words);")]
    // What is never null cannot be asked for by a pattern.
    [InlineData("await foreach (var item in Desk.[|RepeatAsync|]()) text.Append(item.Text);")]
    // There is no block around the loop.
    [InlineData("if (text.Length == 0) await foreach (var scrap in pen.[|ScribbleAsync|]()) text.Append(scrap.Strips[0].Words);")]
    public async Task NoSafeChange_IsNotOffered(string body)
    {
        Assert.Empty(await FixVerifier<CheckErrorChunkAnalyzer, ThrowErrorCodeFix>.OfferedAsync(Sample.WithBody(body), Sample.Project));
    }
}
