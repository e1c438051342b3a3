using OpenRouter.Core;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>The rare shapes: framing, ends and errors, each whole and one byte at a time.</summary>
public sealed class SyntheticStreamTests
{
    private const string Folder = "synthetic";

    /// <summary>Files that all hold the same answer.</summary>
    public static TheoryData<string> Variants =>
    [
        "frame-00-baseline",
        "frame-01-crlf",
        "frame-02-cr-only",
        "frame-03-mixed-eol",
        "frame-04-bom",
        "frame-05-no-space-after-colon",
        "frame-06-two-spaces",
        "frame-08-no-final-blank-line",
        "frame-09-no-done",
        "frame-10-done-with-trailing-spaces",
        "frame-11-data-after-done",
        "frame-12-id-retry-event-fields",
        "frame-13-unknown-field-and-nocolon",
        "frame-14-event-without-data",
        "frame-15-empty-data",
        "frame-16-comment-variants",
        "fin-00-finish-once-usage-null-finish",
        "fin-01-finish-twice",
        "fin-02-usage-choices-empty",
        "fin-03-usage-in-finish-chunk",
        "fin-04-usage-cumulative",
        "fin-06-usage-null",
        "fin-08-empty-string-finish-reason",
        "fin-13-delta-null-and-missing",
        "fin-14-choices-null",
        "fin-15-metadata-on-final",
        "fin-16-debug-first",
        "err-13-error-null",
    ];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Variant_OfTheBaseline_GivesItsAnswer(string file)
    {
        using var player = Open(file);
        foreach (var slice in new[] { int.MaxValue, 1 })
        {
            player.Handler.SliceBytes = slice;
            var (answer, failure) = await player.RunAsync();

            Assert.Null(failure);
            Assert.Equal("Hello, world", answer.Text);
            Assert.Equal(AnswerOutcome.Completed, answer.Outcome);
            Assert.Equal("stop", answer.FinishReason);
            Assert.Equal(18, answer.Usage?.TotalTokens);
            Assert.Equal(0.0000123m, answer.Usage?.Cost);
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Variant_OfTheBaseline_AsChunks_FinishesOnceAtTheEnd(string file)
    {
        using var player = Open(file);
        var chunks = await CollectAsync(player.Open());

        // The condition of the guide's samples, which stop there.
        Assert.Equal([chunks[^1]], chunks.Where(static chunk => chunk.Choices?[0].FinishReason != null));
        Assert.Equal("stop", chunks[^1].Choices![0].FinishReason.ToString());
        Assert.Equal(18, chunks[^1].Usage?.TotalTokens);
        Assert.Equal("Hello, world", string.Concat(chunks.Select(static chunk => chunk.Choices?[0].Delta?.Content)));
    }

    [Fact]
    public async Task FinishReason_ThatIsBlank_IsNone()
    {
        using var player = Open("fin-18-zero-completion");

        Assert.All(await CollectAsync(player.Open()), static chunk => Assert.Null(chunk.Choices?[0].FinishReason));
    }

    [Theory]
    [InlineData("frame-07-multiline-data", "stop")]
    [InlineData("frame-17-comment-inside-event", "stop")]
    [InlineData("frame-18-utf8-multibyte", "stop")]
    [InlineData("frame-19-lone-surrogates", "stop")]
    [InlineData("frame-20-escaped-newlines", "stop")]
    [InlineData("frame-21-large-event", "stop")]
    [InlineData("fin-05-no-usage", "stop")]
    [InlineData("fin-07-unknown-finish-reason", "network_error")]
    [InlineData("fin-09-finish-missing-native-only", null)]
    [InlineData("fin-10-length", "length")]
    [InlineData("fin-11-content-filter", "content_filter")]
    [InlineData("fin-17-big-numbers", "stop")]
    [InlineData("fin-18-zero-completion", null)]
    public async Task Stream_WithAnEnd_IsCompletedInAnyPieces(string file, string? finish)
    {
        using var player = Open(file);
        var (whole, failure) = await player.RunAsync();
        player.Handler.SliceBytes = 1;
        var (pieces, _) = await player.RunAsync();

        Assert.Null(failure);
        Assert.Equal(AnswerOutcome.Completed, whole.Outcome);
        Assert.Equal(finish, whole.FinishReason);
        Assert.Equal(AnswerPrint.Of(whole), AnswerPrint.Of(pieces));
    }

    [Theory]
    [InlineData("frame-22-only-comments", "")]
    [InlineData("frame-23-empty-body", "")]
    [InlineData("frame-24-truncated-json", "Hello, world")]
    [InlineData("frame-25-truncated-after-text", "Hello, world")]
    public async Task Stream_WithoutAnEnd_IsInterrupted(string file, string text)
    {
        using var player = Open(file);
        foreach (var slice in new[] { int.MaxValue, 1 })
        {
            player.Handler.SliceBytes = slice;
            var (answer, failure) = await player.RunAsync();

            Assert.IsType<StreamInterruptedException>(failure);
            Assert.Equal(AnswerOutcome.Interrupted, answer.Outcome);
            Assert.Equal(text, failure.Partial?.Text);
        }
    }

    [Theory]
    [InlineData("err-00-doc-midstream", 502, "Provider returned error")]
    [InlineData("err-01-real-midstream", 400, "Token limit reached")]
    [InlineData("err-02-string-code", null, "server_error")]
    [InlineData("err-03-choices-empty", 429, "Rate limit exceeded")]
    [InlineData("err-04-only-error", null, "")]
    [InlineData("err-05-choice-level", 502, "Upstream error")]
    [InlineData("err-06-finish-error-no-object", null, "MALFORMED_FUNCTION_CALL")]
    [InlineData("err-07-code-null", null, "")]
    [InlineData("err-08-error-string", null, "")]
    [InlineData("err-09-event-error-line", 400, "Tool call validation failed")]
    [InlineData("err-10-moderation", 403, "")]
    [InlineData("err-11-availability", 429, "No endpoints available")]
    [InlineData("err-12-error-then-more", 500, "transient")]
    [InlineData("frame-26-garbage-event", null, "")]
    [InlineData("frame-27-html-body", null, "html")]
    [InlineData("frame-28-json-error-body-in-stream-mode", null, "")]
    public async Task Stream_WithAnError_FailsInAnyPieces(string file, int? status, string said)
    {
        using var player = Open(file);
        var (whole, failure) = await player.RunAsync();
        player.Handler.SliceBytes = 1;
        var (pieces, again) = await player.RunAsync();

        Assert.NotNull(failure);
        Assert.IsNotType<StreamInterruptedException>(failure);
        Assert.Equal(AnswerOutcome.Failed, whole.Outcome);
        Assert.Equal(status ?? failure.StatusCode, failure.StatusCode);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, again?.Message);
        Assert.Equal(AnswerPrint.Of(whole), AnswerPrint.Of(pieces));
    }

    [Fact]
    public async Task Chunks_WithUnknownMembers_KeepThemToTheEnd()
    {
        using var player = Open("mod-08-unknown-fields");
        var chunks = await CollectAsync(player.Open());

        Assert.Equal("[1,2,3]", chunks[0].AdditionalProperties!["future"].GetRawText());
        Assert.Equal("""{"x":1}""", chunks[0].Choices![0].Delta!.AdditionalProperties!["hologram"].GetRawText());
    }

    [Fact]
    public async Task Choices_Interleaved_EndWhenTheLastOfThemDid()
    {
        using var player = Open("fin-12-two-choices");
        var chunks = await CollectAsync(player.Open());

        Assert.Equal(["stop", "length"], chunks.SelectMany(static chunk => chunk.Choices ?? []).Select(static choice => choice.FinishReason?.Value).OfType<string>());
        Assert.All(chunks, static chunk => Assert.NotEqual(0, chunk.Choices?.Count));
    }

    [Fact]
    public async Task End_WithMembersInBothOfItsChunks_KeepsAllOfThem()
    {
        using var player = new ChatPlayer("""
            data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"a","d1":1},"finish_reason":"stop","c1":1}],"t1":1}

            data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"b","d2":2},"finish_reason":"stop","c2":2}],"t2":2,"usage":{"total_tokens":3}}

            data: [DONE]


            """u8.ToArray());
        var end = Assert.Single(await CollectAsync(player.Open()));

        Assert.Equal(["t1", "t2"], end.AdditionalProperties!.Keys.Order());
        Assert.Equal(["c1", "c2"], end.Choices![0].AdditionalProperties!.Keys.Order());
        Assert.Equal(["d1", "d2"], end.Choices[0].Delta!.AdditionalProperties!.Keys.Order());
        Assert.Equal("ab", end.Choices[0].Delta!.Content);
    }

    private static ChatPlayer Open(string file) => ChatPlayer.OfFile(Folder, file + ".sse");

    private static async Task<List<StreamingChatResponse>> CollectAsync(ChatStream<StreamingChatResponse> stream)
    {
        var chunks = new List<StreamingChatResponse>();
        await foreach (var chunk in stream)
        {
            chunks.Add(chunk);
        }

        return chunks;
    }
}
