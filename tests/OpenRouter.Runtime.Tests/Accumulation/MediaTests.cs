using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Accumulation.Vectors;

namespace OpenRouter.Runtime.Tests.Accumulation;

/// <summary>Images, annotations, refusals and logprobs.</summary>
public sealed class MediaTests
{
    public static TheoryData<string, string[]> SameImages => new(ImageVectors.All);

    [Theory]
    [MemberData(nameof(SameImages))]
    public void Images_OfOneIndex_AreOneImage(string expected, string[] images)
        => Assert.Equal(expected, string.Join(',', Images(images).Select(static image => image.GetProperty("n").GetString())));

    [Fact]
    public void Images_OfOneChunk_AreAllKept()
        => Assert.Equal(2, Told.Deltas("""{"images":[{"type":"image_url"},null,{"type":"image_url"}]}""").Images.Count(static image => image.ValueKind == System.Text.Json.JsonValueKind.Object));

    [Theory]
    [InlineData("""{"type":"url_citation","url_citation":{"url":"https://a.test","title":"A","content":"c","start_index":0,"end_index":12}}""")]
    [InlineData("""{"type":"url_citation","url_citation":{"url":"https://a.test"}}""")]
    [InlineData("""{"type":"file","file":{"hash":"h","name":"a.pdf","content":[{"type":"text","text":"x"}]}}""")]
    [InlineData("""{"type":"later","n":1.50}""")]
    public void Annotation_OfAnyKind_IsKeptAsItIs(string annotation)
        => Assert.Equal([annotation], Told.Raw(Told.Deltas($$"""{"annotations":[{{annotation}}]}""").Annotations));

    [Fact]
    public void Annotations_OfManyChunks_KeepTheirOrder()
        => Assert.Equal(["1", "2", "3"], Told.Raw(Told.Deltas("""{"annotations":[1]}""", """{"annotations":[]}""", """{"annotations":null}""", """{"annotations":[2,3]}""").Annotations));

    [Fact]
    public void Annotations_AreNoContent()
        => Assert.False(Told.Chunks(Told.Ample, """{"choices":[{"index":0,"delta":{"annotations":[{"type":"file"}]}}]}""").HasContent);

    [Theory]
    [InlineData("no way", """{"refusal":"no"}""", """{"refusal":""}""", """{"refusal":null}""", """{"refusal":" way"}""")]
    [InlineData(null, """{"refusal":""}""", """{"refusal":null}""", "{}")]
    public void Refusal_InPieces_IsJoined(string? expected, params string[] deltas) => Assert.Equal(expected, Told.Deltas(deltas).Refusal);

    [Fact]
    public void TextAndRefusal_CutInsideACharacter_AreWhole()
    {
        var accumulator = new ChatAccumulator(Told.Ample);
        foreach (var piece in (string[])["\ud83d", "\ude00", "\ude00", "\ud83d"])
        {
            accumulator.Text(0, piece);
            accumulator.Refusal(0, piece);
        }

        var answer = accumulator.Snapshot(AnswerOutcome.Completed);
        Assert.Equal(("😀\uFFFD\uFFFD", "😀\uFFFD\uFFFD"), (answer.Text, answer.Refusal));
    }

    [Fact]
    public void Logprobs_OfManyChunks_AreOneListAsTheyCame()
    {
        var logprobs = Logprobs(
            """{"content":[{"token":"H","logprob":-0.10,"bytes":[72],"top_logprobs":[]}],"refusal":null}""",
            """{"content":[],"refusal":[]}""",
            "null",
            """{"content":[{"token":"i","logprob":-0.5e0,"bytes":null},{"token":"!","logprob":0}],"refusal":[{"token":"n"}],"later":[1]}""")!;

        Assert.Equal(
            ["""{"token":"H","logprob":-0.10,"bytes":[72],"top_logprobs":[]}""", """{"token":"i","logprob":-0.5e0,"bytes":null}""", """{"token":"!","logprob":0}"""],
            Told.Raw(logprobs.Content));
        Assert.Equal(["""{"token":"n"}"""], Told.Raw(logprobs.Refusal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"content":null,"refusal":null}""")]
    [InlineData("""{"content":[],"refusal":[]}""")]
    [InlineData("""{"content":{"a":1},"refusal":"x"}""")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("7")]
    public void Logprobs_ThatSayNothing_AreNone(string logprobs) => Assert.Null(Logprobs(logprobs));

    [Theory]
    [InlineData("""{"content":[null,1]}""", 2, 0)]
    [InlineData("""{"refusal":[{"token":"n"}]}""", 0, 1)]
    public void Logprobs_OfOneList_LeaveTheOtherEmpty(string logprobs, int content, int refusal)
    {
        var read = Logprobs(logprobs)!;

        Assert.Equal((content, refusal), (read.Content.Count, read.Refusal.Count));
    }

    [Fact]
    public void Logprobs_AreNoContent()
        => Assert.False(Told.Chunks(Told.Ample, """{"choices":[{"index":0,"delta":{},"logprobs":{"content":[1]}}]}""").HasContent);

    private static IReadOnlyList<System.Text.Json.JsonElement> Images(string[] images)
        => Told.Deltas([.. images.Select(static image => $$"""{"images":[{{image}}]}""")]).Images;

    private static AnswerLogprobs? Logprobs(params string[] logprobs)
        => Told.Chunks(Told.Ample, [.. logprobs.Select(static item => $$"""{"choices":[{"index":0,"delta":{},"logprobs":{{item}}}]}""")]).Snapshot(AnswerOutcome.Completed).Logprobs;
}
