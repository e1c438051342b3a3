using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>The odd shapes of tool calls, reasoning and media, through the generated chunks.</summary>
public sealed class SyntheticAnswerTests
{
    private const string Folder = "synthetic";

    [Theory]
    [InlineData("tool-01-missing-index", """add({"a":1})""")]
    [InlineData("tool-02-same-index-two-ids", """add({"a":1})""", """add({"a":2})""")]
    [InlineData("tool-03-id-repeated-every-delta", """add({"a":1})""")]
    [InlineData("tool-05-arguments-null", "now({})")]
    [InlineData("tool-06-arguments-missing", "now({})")]
    [InlineData("tool-07-arguments-object", """add({"a":1,"b":2})""")]
    [InlineData("tool-08-parallel-interleaved", """a({"x":1})""", """b({"y":2})""")]
    [InlineData("tool-09-index-gap", "a({})", "b({})")]
    [InlineData("tool-10-empty-ids", "a({})", "b({})")]
    [InlineData("tool-11-finish-stop", "a({})")]
    [InlineData("tool-13-text-and-tool", "a({})")]
    [InlineData("tool-14-type-missing", "a({})")]
    [InlineData("tool-15-tool-calls-null-and-empty")]
    public async Task ToolCalls_OfAnyShape_AreWhole(string file, params string[] expected)
    {
        var answer = await ReadAsync(file);

        Assert.Equal(expected, answer.ToolCalls.Select(static call => $"{call.Name}({call.Arguments})"));
        Assert.All(answer.ToolCalls, static call => Assert.True(call.IsComplete && call.Id.Length > 0));
        Assert.Equal(answer.ToolCalls.Count, answer.ToolCalls.Select(static call => call.Id).Distinct().Count());
    }

    [Fact]
    public async Task ToolCall_CutByTheTokenLimit_IsNotComplete()
    {
        var call = Assert.Single((await ReadAsync("tool-12-truncated-arguments")).ToolCalls);

        Assert.False(call.IsComplete);
        Assert.Equal("""{"text":"abc""", call.Arguments);
    }

    [Theory]
    [InlineData("rsn-00-text-signature", 1)]
    [InlineData("rsn-01-late-signature", 1)]
    [InlineData("rsn-02-two-blocks", 2)]
    [InlineData("rsn-03-summary-encrypted", 2)]
    [InlineData("rsn-04-gemini-encrypted-tool", 1)]
    [InlineData("rsn-06-unknown-type", 1)]
    [InlineData("rsn-08-empty-array", 0)]
    [InlineData("rsn-09-string-only", 0)]
    [InlineData("rsn-11-server-tool-call", 1)]
    public async Task ReasoningDetails_OfAnyShape_AreKeptForReplay(string file, int count)
    {
        var answer = await ReadAsync(file);

        Assert.Equal(count, answer.ReasoningDetails.Count);
        Assert.Equal(AnswerOutcome.Completed, answer.Outcome);
    }

    [Fact]
    public async Task Image_SentTwice_IsOneImage() => Assert.Single((await ReadAsync("mod-01-image-twice")).Images);

    [Fact]
    public async Task Image_InTheStream_IsInTheAnswer() => Assert.Single((await ReadAsync("mod-00-image")).Images);

    [Fact]
    public async Task Audio_InPieces_IsDecodedAndJoined()
    {
        var audio = (await ReadAsync("mod-02-audio")).Audio!;

        Assert.Equal("RIFF\0\0\0"u8.ToArray(), audio.Data.ToArray());
        Assert.Equal("Hello", audio.Transcript);
    }

    [Fact]
    public async Task Annotations_InTheStream_AreInTheAnswer() => Assert.Equal(3, (await ReadAsync("mod-03-annotations")).Annotations.Count);

    [Fact]
    public async Task Refusal_InPieces_IsJoined() => Assert.NotEmpty((await ReadAsync("mod-04-refusal")).Refusal!);

    [Fact]
    public async Task Role_ThatChanges_DisturbsNothing() => Assert.Equal("stop", (await ReadAsync("mod-07-role-changes")).FinishReason);

    private static async Task<ChatAnswer> ReadAsync(string file)
    {
        using var player = ChatPlayer.OfFile(Folder, file + ".sse");
        var (whole, failure) = await player.RunAsync();
        player.Handler.SliceBytes = 1;

        Assert.Null(failure);
        Assert.Equal(AnswerPrint.Of(whole), AnswerPrint.Of((await player.RunAsync()).Answer));
        return whole;
    }
}
