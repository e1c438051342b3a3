using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class EndAsOneChunkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_FinishTwiceAndUsage_IsOneChunk()
    {
        var chunks = await ReadAsync(Wire.Text("Hi") + Wire.Finish() + Wire.Usage("""[{"index":0,"delta":{"content":""},"finish_reason":"stop"}]""") + Wire.Done);

        Assert.Equal([null, "stop"], chunks.Select(chunk => chunk.FinishReason));
        Assert.True(chunks[^1].HasUsage);
    }

    [Fact]
    public async Task End_BreakAtTheReason_HasUsageAndIsComplete()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Finish() + Wire.Usage() + Wire.Done).Chat();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            if (chunk.FinishReason is not null)
            {
                Assert.True(chunk.HasUsage);
                break;
            }
        }

        Assert.Equal(Runtime.Streaming.AnswerOutcome.Completed, stream.Answer.Outcome);
        Assert.Equal(18, stream.Answer.Usage!.TotalTokens);
        Assert.Equal(0.000015m, stream.Answer.Usage.Cost);
    }

    [Fact]
    public async Task End_LateSignatureAndAnnotation_AreInIt()
    {
        var late = Wire.Choice("""{"annotations":[{"type":"url_citation"}]}""");
        var chunks = await ReadAsync(Wire.Text("Hi") + Wire.Finish() + late + Wire.Usage() + Wire.Done);

        Assert.Equal(2, chunks.Count);
        Assert.Equal(3, chunks[^1].Parts.Length);
    }

    [Fact]
    public async Task End_UsageInTheFinishChunk_IsOneChunk()
    {
        var chunks = await ReadAsync(Wire.Text("Hi") + Wire.Usage("""[{"index":0,"delta":{"content":"!"},"finish_reason":"stop"}]""") + Wire.Done);

        Assert.Equal(2, chunks.Count);
        Assert.Equal("!", chunks[^1].Text);
    }

    [Fact]
    public async Task End_UsageBeforeTheReason_IsInTheLastChunk()
    {
        var chunks = await ReadAsync(Wire.Text("Hi") + Wire.Usage() + Wire.Finish() + Wire.Done);

        Assert.Equal(2, chunks.Count);
        Assert.True(chunks[^1].HasUsage);
        Assert.Equal("stop", chunks[^1].FinishReason);
    }

    [Fact]
    public async Task End_UsageAloneWithoutAnyReason_IsDelivered()
    {
        var chunks = await ReadAsync(Wire.Text("Hi") + Wire.Usage() + Wire.Done);

        Assert.Equal(2, chunks.Count);
        Assert.True(chunks[^1].HasUsage);
    }

    [Fact]
    public async Task ChunkWithoutChoices_BeforeTheEnd_IsDelivered()
    {
        var chunks = await ReadAsync(Wire.Event("""{"id":"gen-1","choices":[],"debug":{}}""") + Wire.Text("Hi") + Wire.Finish() + Wire.Done);

        Assert.Equal(3, chunks.Count);
    }

    [Fact]
    public async Task TwoChoices_EndWhenBothHaveFinished()
    {
        var body = Wire.Choice("""{"content":"a"}""") + Wire.Choice("""{"content":"b"}""", index: 1)
            + Wire.Choice("{}", "\"stop\"") + Wire.Choice("{}", "\"length\"", index: 1) + Wire.Usage() + Wire.Done;

        var chunks = await ReadAsync(body);

        Assert.Equal([null, null, "stop", "length"], chunks.Select(chunk => chunk.FinishReason));
        Assert.True(chunks[^1].HasUsage);
    }

    [Fact]
    public async Task TwoChoices_OneAfterTheOther_ArriveInOrder()
    {
        var body = Wire.Choice("""{"content":"a"}""", "\"stop\"") + Wire.Choice("""{"content":"b"}""", index: 1)
            + Wire.Choice("""{"content":"c"}""", "\"stop\"", index: 1) + Wire.Done;

        var chunks = await ReadAsync(body);

        Assert.Equal(["a", "b", "c"], chunks.Select(chunk => chunk.Text));
    }

    [Fact]
    public async Task AsReceived_GivesEveryChunk()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Finish() + Wire.Finish() + Wire.Usage() + Wire.Done).Chat();
        var chunks = new List<TestChunk>();
        await foreach (var chunk in stream.AsReceived().WithCancellation(Token))
        {
            chunks.Add(chunk);
        }

        Assert.Equal(4, chunks.Count);
        Assert.Equal(18, stream.Answer.Usage!.TotalTokens);
    }

    [Fact]
    public async Task Text_IsGivenAlone()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Text("") + Wire.Choice("""{"reasoning":"hm"}""") + Wire.Finish(text: " there") + Wire.Usage() + Wire.Done).Chat();
        var texts = new List<string>();
        await foreach (var text in stream.TextAsync(Token))
        {
            texts.Add(text);
        }

        Assert.Equal(["Hi", " there"], texts);
        Assert.Equal("hm", stream.Answer.Reasoning);
    }

    private static async Task<List<TestChunk>> ReadAsync(string body)
    {
        await using var stream = Script.Streams(body).Chat();
        var chunks = new List<TestChunk>();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            chunks.Add(chunk);
        }

        return chunks;
    }
}
