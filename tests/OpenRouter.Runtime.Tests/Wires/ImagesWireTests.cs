using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Wires;

public sealed class ImagesWireTests
{
    private const string Completed = """{"type":"image_generation.completed","b64_json":"eHh4","media_type":"image/svg+xml","created":1,"usage":{"prompt_tokens":5,"completion_tokens":100,"total_tokens":105,"cost":0.04}}""";

    [Fact]
    public void Image_ThatIsComplete_IsTheAnswer()
    {
        var read = Events.Read("""{"type":"image_generation.partial_image","partial_image_index":0,"b64_json":"eA=="}""", Completed);
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal("""{"type":"image_url","image_url":{"url":"data:image/svg+xml;base64,eHh4"}}""", Assert.Single(answer.Images).GetRawText());
        Assert.Equal((5L, 100L, 105L, 0.04m), (answer.Usage!.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.TotalTokens, answer.Usage.Cost));
        Assert.Equal(("stop", "completed", true), (answer.FinishReason, answer.NativeFinishReason, read.IsFinished));
    }

    [Fact]
    public void Image_OfNoNamedKind_IsAPng()
        => Assert.Contains("data:image/png;base64,eHh4", Assert.Single(Events.Answer("""{"type":"image_generation.completed","b64_json":"eHh4"}""").Images).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void Images_Several_AreAllKept() => Assert.Equal(2, Events.Answer(Completed, Completed).Images.Count);

    [Fact]
    public void Image_ThatIsOnlyPartial_IsNone()
    {
        var read = Events.Read("""{"type":"image_generation.partial_image","b64_json":"eA=="}""");

        Assert.Empty(read.Snapshot(AnswerOutcome.Interrupted).Images);
        Assert.False(read.IsFinished || read.HasContent);
    }

    [Fact]
    public void Text_IsToldByItsPhase()
    {
        var answer = Events.Answer(
            """{"type":"image_generation.text_chunk","phase":"reasoning","text":"think"}""", """{"type":"image_generation.text_chunk","phase":"content","text":"<s"}""",
            """{"type":"image_generation.text_chunk","phase":"content","text":"vg/>"}""", """{"type":"image_generation.text_chunk","phase":"draft","text":"no"}""");

        Assert.Equal(("<svg/>", "think"), (answer.Text, answer.Reasoning));
    }

    [Fact]
    public void Error_IsFound() => Assert.Equal("""{"message":"m"}""", Events.Read("""{"type":"error","error":{"message":"m"}}""").Error?.GetRawText());
}
