using System.Text.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Chunks that no honest service sends. Each is read right or refused as JSON that does not fit, never anything else.</summary>
public sealed class HostileChunkTests
{
    private static readonly string[] Kinds = ["\"x\"", "7", "1.5", "-1", "true", "{}", "[]", "[[]]", "[7]", "1e400", "\"\\ud83d\""];

    private static readonly string[] Places =
    [
        """{"id":@}""", """{"object":@}""", """{"created":@}""", """{"model":@}""", """{"provider":@}""", """{"service_tier":@}""", """{"system_fingerprint":@}""", """{"choices":@}""", """{"usage":@}""",
        """{"openrouter_metadata":@}""", """{"choices":[@]}""", """{"choices":[{"index":@,"finish_reason":"stop"}]}""", """{"choices":[{"delta":@}]}""", """{"choices":[{"native_finish_reason":@}]}""", """{"choices":[{"logprobs":@}]}""",
        """{"choices":[{"delta":{"role":@}}]}""", """{"choices":[{"delta":{"reasoning":@}}]}""", """{"choices":[{"delta":{"refusal":@}}]}""", """{"choices":[{"delta":{"reasoning_details":@}}]}""", """{"choices":[{"delta":{"reasoning_details":[@]}}]}""",
        """{"choices":[{"delta":{"reasoning_details":[{"type":@}]}}]}""", """{"choices":[{"delta":{"reasoning_details":[{"type":"reasoning.text","text":@,"index":@}]}}]}""", """{"choices":[{"delta":{"reasoning_details":[{"type":"reasoning.encrypted","id":@,"data":@}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":@}}]}""", """{"choices":[{"delta":{"tool_calls":[@]}}]}""", """{"choices":[{"delta":{"tool_calls":[{"index":@}]}}]}""", """{"choices":[{"delta":{"tool_calls":[{"id":@}]}}]}""", """{"choices":[{"delta":{"tool_calls":[{"function":@}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"function":{"name":@,"arguments":@}}]}}]}""", """{"choices":[{"delta":{"images":@}}]}""", """{"choices":[{"delta":{"images":[@]}}]}""", """{"choices":[{"delta":{"images":[{"index":@,"image_url":@}]}}]}""",
        """{"choices":[{"delta":{"annotations":@}}]}""", """{"choices":[{"delta":{"annotations":[@]}}]}""", """{"choices":[{"delta":{"annotations":[{"type":"url_citation","url_citation":@}]}}]}""", """{"choices":[{"delta":{"audio":@}}]}""",
        """{"choices":[{"delta":{"audio":{"id":@,"transcript":@,"expires_at":@}}}]}""", """{"choices":[{"logprobs":{"content":@,"refusal":@}}]}""", """{"choices":[{"logprobs":{"content":[@]}}]}""",
        """{"usage":{"prompt_tokens":@}}""", """{"usage":{"cost":@}}""", """{"usage":{"prompt_tokens_details":@}}""", """{"usage":{"completion_tokens_details":{"reasoning_tokens":@}}}""", """{"usage":{"cost_details":{"upstream_inference_cost":@}}}""",
    ];

    public static TheoryData<string, string> Chunks => [.. Places.SelectMany(static _ => Kinds, static (place, kind) => (place, kind))];

    [Theory]
    [MemberData(nameof(Chunks))]
    public async Task Member_OfAWrongKind_IsReadOrRefusedAsJson(string place, string kind)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(ToldChunks.Delta("""{"content":"Hi"}"""), place.Replace("@", kind, StringComparison.Ordinal), ToldChunks.Finish);

        Assert.Equal(failure is null ? AnswerOutcome.Completed : AnswerOutcome.Failed, answer.Outcome);
        Assert.Contains("Hi", answer.Choices.Select(static choice => choice.Text));
        Assert.True(failure is null || failure.InnerException is JsonException, failure?.ToString());
        Assert.Equal(failure is not null, failure?.Message.Contains("could not be read", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("""{"choices":"x"}""")]
    [InlineData("""{"choices":{"0":{}}}""")]
    [InlineData("""{"choices":[7]}""")]
    [InlineData("""{"choices":[{"delta":"x"}]}""")]
    [InlineData("""{"choices":[{"index":0.5}]}""")]
    [InlineData("""{"choices":[{"index":1e400}]}""")]
    [InlineData("""{"choices":[{"index":9223372036854775808}]}""")]
    [InlineData("""{"choices":[{"index":"zero"}]}""")]
    [InlineData("""{"choices":[{"delta":{"tool_calls":{}}}]}""")]
    [InlineData("""{"choices":[{"delta":{"tool_calls":[{"index":true}]}}]}""")]
    [InlineData("""{"usage":{"prompt_tokens":7.5}}""")]
    [InlineData("""{"usage":{"prompt_tokens":1e400}}""")]
    [InlineData("""{"usage":{"prompt_tokens":"many"}}""")]
    [InlineData("""{"usage":{"cost":1e40}}""")]
    [InlineData("""{"usage":"x"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"choices":[""")]
    [InlineData("""{"choices":[]}}""")]
    [InlineData("""{"choices":[]} {}""")]
    [InlineData("""{"choices":[],}""")]
    [InlineData("""{'choices':[]}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":"\x"}""")]
    [InlineData("""{"a":"\u12"}""")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("<html>")]
    public async Task Chunk_ThatDoesNotFit_IsRefusedAsJson(string chunk)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(ToldChunks.Delta("""{"content":"Hi"}"""), chunk, ToldChunks.Finish);

        Assert.IsAssignableFrom<JsonException>(failure!.InnerException);
        Assert.Equal((AnswerOutcome.Failed, "Hi"), (answer.Outcome, failure.Partial!.Text));
    }

    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"a","content":"!"}}]}""")]
    [InlineData("""{"choices":[],"choices":[{"index":0,"delta":{"content":"!"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"a"},"delta":{"content":"!"}}]}""")]
    [InlineData("""{"choices":[{"index":5,"index":0,"delta":{"content":"!"}}]}""")]
    [InlineData("""{"ch\u006fices":[{"ind\u0065x":0,"d\u0065lta":{"cont\u0065nt":"\u0021"}}]}""")]
    [InlineData("""{"choices":[{"index":-0,"delta":{"content":"!"}}]}""")]
    [InlineData("""{"choices":[{"index":0e99,"delta":{"content":"!"}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"!","x":1e400,"y":-0,"z":123456789012345678901234567890}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"!"}}],"created":1e3}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"!"}}],"x":"\ud83d","\udc00":1}""")]
    [InlineData("""{ "choices" : [ { "index" : 0 , "delta" : { "content" : "!" } } ] , "p" : "padding" }      """)]
    [InlineData("""{"__proto__":{"a":1},"constructor":7,"choices":[{"index":0,"delta":{"content":"!","__proto__":[]}}]}""")]
    [InlineData("""{"$ref":"#/x","$type":"System.Object","choices":[{"$id":"1","index":0,"delta":{"content":"!"}}]}""")]
    public async Task Chunk_ThatIsOnlyOdd_IsReadRight(string chunk)
        => Assert.Equal("Hi!", (await ToldChunks.AnswerAsync(ToldChunks.Delta("""{"content":"Hi"}"""), chunk)).Text);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, true)]
    [InlineData(500, true)]
    [InlineData(509, true)]
    [InlineData(520, false)]
    [InlineData(100_000, false)]
    public async Task Nesting_InAnUnknownMember_IsReadUpToTheBound(int depth, bool isRead)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(
            $$$"""{"choices":[{"index":0,"delta":{"content":"Hi"}}],"later":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}""", ToldChunks.Finish);

        Assert.Equal(isRead, failure is null);
        Assert.Equal(isRead ? "Hi" : "", answer.Text);
        Assert.True(isRead || failure!.InnerException is JsonException);
    }

    [Theory]
    [InlineData("61FF62", "a\uFFFDb")]
    [InlineData("C3", "\uFFFD")]
    [InlineData("F09F98", "\uFFFD")]
    [InlineData("EDA0BD", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("C0AF", "\uFFFD\uFFFD")]
    [InlineData("F09F9880", "😀")]
    public async Task Bytes_ThatAreNoUnicode_AreReplacedInTheText(string hex, string expected)
    {
        byte[] body =
        [
            .. "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""u8, .. Convert.FromHexString(hex), .. "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"u8,
        ];
        using var player = new ChatPlayer(body);

        Assert.Equal(expected, (await player.RunAsync()).Answer.Text);
        player.Handler.SliceBytes = 1;
        Assert.Equal(expected, (await player.RunAsync()).Answer.Text);
    }

    [Theory]
    [InlineData("tool_calls")]
    [InlineData("images")]
    [InlineData("reasoning_details")]
    public async Task Index_OfAnySize_IsOnlyAName(string list)
    {
        var items = string.Join(',', new[] { "9223372036854775807", "-9223372036854775808", "-1", "2147483648" }.Select(static index => $$"""{"index":{{index}},"type":"reasoning.text","text":"x"}"""));

        var answer = await ToldChunks.DeltasAsync($$"""{"{{list}}":[{{items}}]}""");

        Assert.Equal(4, answer.ToolCalls.Count + answer.Images.Count + answer.ReasoningDetails.Count);
    }
}
