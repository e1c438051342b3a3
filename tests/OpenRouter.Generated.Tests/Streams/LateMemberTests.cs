using System.Text.Json;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Members of a chunk that are read only when somebody asks for them.</summary>
public sealed class LateMemberTests
{
    private const string Annotation = """{"type":"url_citation","url_citation":{"url":"https://a.example","title":"<b>","start_index":0,"end_index":1}}""";

    [Fact]
    public void Member_ThatIsAskedFor_IsRead()
    {
        var chunk = Parse("""{"openrouter_metadata":{"requested":"a/b"},"choices":[{"logprobs":{"content":[{"token":"Hi","logprob":-0.5,"bytes":null,"top_logprobs":[]}],"refusal":null},"delta":{"annotations":[""" + Annotation + "]}}]}");

        Assert.Equal("a/b", chunk.OpenrouterMetadata!.Requested);
        Assert.Equal("Hi", chunk.Choices![0].Logprobs!.Content![0].Token);
        Assert.Equal("<b>", Title(chunk.Choices[0].Delta!));
        Assert.Same(chunk.OpenrouterMetadata, chunk.OpenrouterMetadata);
    }

    [Theory]
    [InlineData("""{"openrouter_metadata":7}""")]
    [InlineData("""{"choices":[{"logprobs":[]}]}""")]
    [InlineData("""{"choices":[{"delta":{"annotations":{}}}]}""")]
    [InlineData("""{"choices":[{"delta":{"reasoning_details":{}}}]}""")]
    public void Member_OfAnotherKind_IsRefusedAtOnce(string json) => Assert.ThrowsAny<JsonException>(() => Parse(json));

    [Fact]
    public void Member_OfWhichSomethingInsideIsWrong_IsRefusedWhenAskedFor()
    {
        var chunk = Parse("""{"openrouter_metadata":{"attempt":"x"}}""");

        Assert.ThrowsAny<JsonException>(() => chunk.OpenrouterMetadata);
    }

    [Fact]
    public void Member_ThatWasNotAskedFor_IsWrittenAsItCame()
    {
        const string Json = """{"choices":[{"delta":{"annotations":[{"type":"later","a":1.50,"b":[true,null]}],"reasoning_details":[{"type":"reasoning.text","text":"x","index":0}]}}]}""";

        Assert.Equal(Json, JsonModel.ToJson(Parse(Json)));
    }

    [Fact]
    public void Member_ThatIsWrittenAsText_HasItsMarkupEscaped()
    {
        var json = JsonModel.ToJson(new StreamingChatDelta { Annotations = JsonModel.Parse<StreamingChatDelta>($$"""{"annotations":[{{Annotation}}]}""").Annotations });

        Assert.DoesNotContain("<b>", json, StringComparison.Ordinal);
        Assert.Equal("<b>", Title(JsonModel.Parse<StreamingChatDelta>(json)));
    }

    [Fact]
    public void Members_OfTheChunksOfAnEnd_AreJoined()
    {
        var end = Merge(
            Parse("""{"openrouter_metadata":{"requested":"a"},"choices":[{"delta":{"annotations":[{"type":"x"}],"reasoning_details":[{"type":"x"}]}}]}"""),
            Parse("""{"openrouter_metadata":{"region":"b"},"choices":[{"delta":{"annotations":[{"type":"y"}],"reasoning_details":[{"type":"y"}]}}]}"""));

        Assert.Equal(("a", "b"), (end.OpenrouterMetadata!.Requested, end.OpenrouterMetadata.Region));
        Assert.Equal("""{"annotations":[{"type":"x"},{"type":"y"}],"reasoning_details":[{"type":"x"},{"type":"y"}]}""", JsonModel.ToElement(end.Choices![0].Delta!).GetRawText());
        Assert.Equal(2, end.Choices[0].Delta!.ReasoningDetails!.Count);
    }

    private static StreamingChatResponse Parse(string json) => JsonModel.Parse<StreamingChatResponse>(json);

    private static string? Title(StreamingChatDelta delta)
        => JsonModel.ToElement(delta.Annotations![0]).GetProperty("url_citation").GetProperty("title").GetString();

    private static T Merge<T>(T held, T later)
        where T : class, IChatChunk<T>
        => T.MergeEnd(held, later);
}
