using OpenRouter.Core;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>The shapes in which chunks really come: what is absent, null, empty, repeated, or of a kind that the document does not name.</summary>
public sealed class ChunkShapeTests
{
    [Theory]
    [InlineData("Hi", """{"content":"Hi"}""")]
    [InlineData("Hi", """{"role":"assistant","content":""}""", """{"content":"Hi"}""")]
    [InlineData("Hi", """{"content":null}""", """{"content":"Hi"}""", """{"content":""}""")]
    [InlineData("Hi", "{}", """{"content":"Hi"}""", "{}")]
    [InlineData("Hi", "null", """{"content":"Hi"}""")]
    [InlineData("Hi", """{"role":"","content":"H"}""", """{"role":null,"content":"i"}""")]
    [InlineData("Hi", """{"role":"assistant","content":"H"}""", """{"role":"tool","content":"i"}""")]
    [InlineData("Hi", """{"content":[{"type":"text","text":"H"}]}""", """{"content":[{"type":"text","text":"i"}]}""")]
    [InlineData("Hi", """{"content":[{"type":"thinking","thinking":[{"type":"text","text":"x"}]}]}""", """{"content":[]}""", """{"content":"Hi"}""")]
    [InlineData("7.50", """{"content":7.50}""")]
    [InlineData("true", """{"content":true}""")]
    [InlineData("""{"a":1}""", """{"content":{"a":1}}""")]
    [InlineData("a\nb", """{"content":"a\nb"}""")]
    [InlineData("data: x\n\n", """{"content":"data: x\n\n"}""")]
    [InlineData("[DONE]", """{"content":"[DONE]"}""")]
    [InlineData("\0", """{"content":"\u0000"}""")]
    [InlineData("\u2028", """{"content":"\u2028"}""")]
    [InlineData("  ", """{"content":" "}""", """{"content":" "}""")]
    [InlineData("Hi", """{"content":"Hi","obfuscation":"xyz"}""")]
    [InlineData("", """{"content":""}""")]
    [InlineData("", """{"content":null}""")]
    [InlineData("", "{}")]
    public async Task Text_OfAnyShape_IsJoined(string expected, params string[] deltas) => Assert.Equal(expected, (await ToldChunks.DeltasAsync(deltas)).Text);

    [Theory]
    [InlineData("a😀b", """{"content":"a\ud83d"}""", """{"content":"\ude00b"}""")]
    [InlineData("a😀b", """{"content":"a\ud83d"}""", """{"content":""}""", """{"content":null}""", """{"content":"\ude00b"}""")]
    [InlineData("😀😀", """{"content":"\ud83d"}""", """{"content":"\ude00\ud83d"}""", """{"content":"\ude00"}""")]
    [InlineData("a\uFFFDb", """{"content":"a\ud83d"}""", """{"content":"b"}""")]
    [InlineData("a\uFFFDb", """{"content":"a"}""", """{"content":"\ude00b"}""")]
    [InlineData("\uFFFD", """{"content":"\ud83d"}""")]
    [InlineData("a\uFFFDb", """{"content":"a\ud83db"}""")]
    public async Task Character_CutBetweenChunks_IsWhole(string expected, params string[] deltas)
    {
        Assert.Equal(expected, (await ToldChunks.DeltasAsync(deltas)).Text);
        Assert.Equal(expected, (await ToldChunks.DeltasAsync([.. deltas.Select(static delta => delta.Replace("content", "refusal", StringComparison.Ordinal))])).Refusal);
        Assert.Equal(expected, (await ToldChunks.DeltasAsync([.. deltas.Select(static delta => delta.Replace("content", "reasoning", StringComparison.Ordinal))])).Reasoning);
        Assert.Equal("x" + expected, (await ToldChunks.DeltasAsync(["""{"audio":{"transcript":"x"}}""", .. deltas.Select(static delta => $$"""{"audio":{{delta.Replace("content", "transcript", StringComparison.Ordinal)}}}""")])).Audio!.Transcript);
        Assert.Equal(
            "x" + expected,
            Assert.Single((await ToldChunks.DeltasAsync(["""{"tool_calls":[{"index":0,"function":{"arguments":"x"}}]}""", .. deltas.Select(static delta => $$$"""{"tool_calls":[{"index":0,"function":{{{delta.Replace("content", "arguments", StringComparison.Ordinal)}}}}]}""")])).ToolCalls).Arguments);
    }

    [Theory]
    [InlineData("\"stop\"", "\"end_turn\"", "stop", "end_turn")]
    [InlineData("\"stop\"", "null", "stop", null)]
    [InlineData("\"stop\"", "\"\"", "stop", null)]
    [InlineData("\"tool_calls\"", "\"STOP\"", "tool_calls", "STOP")]
    [InlineData("\"length\"", "\"MAX_TOKENS\"", "length", "MAX_TOKENS")]
    [InlineData("\"content_filter\"", "\"SAFETY\"", "content_filter", "SAFETY")]
    [InlineData("\"later\"", "\"later\"", "later", "later")]
    [InlineData("\"STOP\"", "null", "STOP", null)]
    [InlineData("7", "7", "7", "7")]
    [InlineData("true", "false", "true", "false")]
    [InlineData("{\"a\":1}", "null", "{\"a\":1}", null)]
    public async Task FinishReason_OfAnyText_IsKept(string reason, string native, string expected, string? expectedNative)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(ToldChunks.Delta("""{"content":"Hi"}"""), $$$"""{"choices":[{"index":0,"delta":{},"finish_reason":{{{reason}}},"native_finish_reason":{{{native}}}}]}""");

        Assert.Null(failure);
        Assert.Equal((AnswerOutcome.Completed, "Hi", expected, expectedNative), (answer.Outcome, answer.Text, answer.FinishReason, answer.NativeFinishReason));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task FinishReason_ThatIsNone_EndsNothing(string reason)
    {
        var (answer, failure) = await ToldChunks.ReadAsync($$$"""{"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":{{{reason}}}}]}""");

        Assert.IsType<StreamInterruptedException>(failure);
        Assert.Equal((AnswerOutcome.Interrupted, "Hi", null), (answer.Outcome, answer.Text, answer.FinishReason));
    }

    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":null}],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":null,"usage":{"total_tokens":18}}""")]
    [InlineData("""{"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"length"}],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[{}],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[{"index":0,"delta":null}],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"choices":[null],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"usage":{"total_tokens":3}}""", """{"choices":[],"usage":{"total_tokens":18}}""")]
    [InlineData("""{"usage":{"total_tokens":18}}""", """{"choices":[],"usage":null}""")]
    public async Task Usage_AfterTheReason_IsTakenAndTheFirstReasonStays(params string[] chunks)
    {
        var (answer, failure) = await ToldChunks.ReadAsync([ToldChunks.Delta("""{"content":"Hi"}"""), ToldChunks.Finish, .. chunks]);

        Assert.Null(failure);
        Assert.Equal(("Hi", "stop", 18L), (answer.Text, answer.FinishReason, answer.Usage!.TotalTokens));
    }

    [Theory]
    [InlineData("{}", null, null, null)]
    [InlineData("""{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18,"cost":1.5e-05}""", 11L, 18L, "0.000015")]
    [InlineData("""{"prompt_tokens":11.0,"total_tokens":"18","cost":"0.5"}""", 11L, 18L, "0.5")]
    [InlineData("""{"prompt_tokens":1e3,"total_tokens":4294967296,"cost":0}""", 1000L, 4294967296L, "0")]
    [InlineData("""{"prompt_tokens":-0,"total_tokens":9223372036854775807,"cost":1e-40}""", 0L, long.MaxValue, "0")]
    [InlineData("""{"prompt_tokens":null,"total_tokens":null,"cost":null,"is_byok":null}""", null, null, null)]
    [InlineData("""{"total_tokens":1,"prompt_tokens_details":null,"completion_tokens_details":null,"cost_details":null,"server_tool_use_details":null}""", null, 1L, null)]
    [InlineData("""{"total_tokens":1,"prompt_tokens_details":{},"completion_tokens_details":{"reasoning_tokens":null},"cost_details":{"upstream_inference_cost":null}}""", null, 1L, null)]
    [InlineData("""{"total_tokens":1,"later":{"a":[1]},"server_tool_use":{"web_search_requests":1}}""", null, 1L, null)]
    public async Task Usage_OfAnyShape_IsRead(string usage, long? prompt, long? total, string? cost)
    {
        var read = (await ToldChunks.AnswerAsync(ToldChunks.Delta("""{"content":"Hi"}"""), $$"""{"choices":[],"usage":{{usage}}}""")).Usage!;

        Assert.Equal((prompt, total), (read.PromptTokens, read.TotalTokens));
        Assert.Equal(cost, read.Cost?.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Usage_OfManyDetails_IsMapped()
    {
        var usage = (await ToldChunks.AnswerAsync("""{"choices":[{"index":0,"delta":{"content":"x"}}],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":9},"later":1.0}}""")).Usage!;

        Assert.Equal((5L, 2L, 7L, 4L, 9L), (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedTokens, usage.ReasoningTokens));
        Assert.Equal("1.0", JsonModel.ToElement(usage.Source!).GetProperty("later").GetRawText());
    }

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":null}""")]
    [InlineData("{}")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":[{}]}""")]
    [InlineData("""{"choices":[{"index":0}]}""")]
    [InlineData("""{"choices":[{"index":null,"delta":null,"finish_reason":null,"logprobs":null,"error":null}]}""")]
    [InlineData("""{"choices":[],"debug":{"echo_upstream_body":{"a":[1,2]}}}""")]
    [InlineData("""{"choices":[],"prompt_filter_results":[{"content_filter_results":{}}]}""")]
    [InlineData("""{"id":null,"object":null,"created":null,"model":null,"provider":null,"service_tier":null,"system_fingerprint":null,"error":null,"usage":null}""")]
    [InlineData("""{"object":"later","created":1.79e9,"system_fingerprint":""}""")]
    [InlineData("""{"created":"1790000000"}""")]
    [InlineData("""{"error":false}""")]
    [InlineData("""{"error":""}""")]
    [InlineData("""{"later":{"deep":[[[{}]]]}}""")]
    public async Task Chunk_ThatSaysNothing_ChangesNothing(string chunk)
    {
        var answer = await ToldChunks.AnswerAsync(chunk, ToldChunks.Delta("""{"content":"H"}"""), chunk, ToldChunks.Delta("""{"content":"i"}"""), chunk);

        Assert.Equal(("Hi", "stop"), (answer.Text, answer.FinishReason));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-0")]
    [InlineData("0e5")]
    [InlineData("\"0\"")]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task ChoiceIndex_OfAnyForm_IsZero(string index)
    {
        var answer = await ToldChunks.AnswerAsync($$$"""{"choices":[{"index":{{{index}}},"delta":{"content":"Hi"}}]}""");

        Assert.Empty(answer.OtherChoices);
        Assert.Equal("Hi", answer.Text);
    }

    [Theory]
    [InlineData("1", "Hi", "yo")]
    [InlineData("-1", "yo", "Hi")]
    [InlineData("9223372036854775807", "Hi", "yo")]
    [InlineData("1e3", "Hi", "yo")]
    public async Task Choices_OfOneChunk_StayApart(string index, string first, string second)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(
            $$$"""{"choices":[{"index":0,"delta":{"content":"H"}},{"index":{{{index}}},"delta":{"content":"y"}}]}""",
            $$$"""{"choices":[{"index":{{{index}}},"delta":{"content":"o"},"finish_reason":"stop"},{"index":0,"delta":{"content":"i"},"finish_reason":"stop"}]}""");

        Assert.Null(failure);
        Assert.Equal((first, second), (answer.Text, Assert.Single(answer.OtherChoices).Text));
    }

    [Theory]
    [InlineData("""{"id":"gen-2","model":"m","provider":"P","service_tier":"flex"}""", "gen-1", "m", "P", "flex")]
    [InlineData("""{"id":"","model":"","provider":"","service_tier":""}""", "gen-1", null, null, null)]
    [InlineData("""{"model":"a/b-20260101"}""", "gen-1", "a/b-20260101", null, null)]
    [InlineData("""{"provider":7}""", "gen-1", null, "7", null)]
    public async Task Head_OfAnyShape_IsRead(string chunk, string id, string? model, string? provider, string? tier)
    {
        var answer = await ToldChunks.AnswerAsync(ToldChunks.Delta("""{"content":"Hi"}"""), chunk);

        Assert.Equal((id, model, provider, tier), (answer.GenerationId, answer.Model, answer.Provider, answer.ServiceTier));
    }

    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}],"error":{"code":502,"message":"boom","metadata":{"error_type":"provider_unavailable"}}}""", "boom")]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":null}],"error":{"code":400,"message":"boom"},"usage":{"total_tokens":3}}""", "boom")]
    [InlineData("""{"choices":[],"error":{"code":"server_error","message":"boom"}}""", "boom")]
    [InlineData("""{"error":{"code":null,"message":"boom"}}""", "boom")]
    [InlineData("""{"error":{"message":"boom"}}""", "boom")]
    [InlineData("""{"error":"boom"}""", "boom")]
    [InlineData("""{"error":{"code":500,"message":""}}""", "500")]
    [InlineData("""{"error":{}}""", "")]
    [InlineData("""{"error":["boom"]}""", "boom")]
    [InlineData("""{"error":true}""", "true")]
    [InlineData("""{"choices":[{"index":0,"error":{"code":502,"message":"boom"},"finish_reason":"error"}]}""", "boom")]
    [InlineData("""{"choices":[{"index":0,"error":"boom"}]}""", "boom")]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"error","native_finish_reason":"MALFORMED_FUNCTION_CALL"}]}""", "MALFORMED_FUNCTION_CALL")]
    public async Task Error_OfAnyShape_EndsTheAnswerAndKeepsWhatCame(string chunk, string said)
    {
        var (answer, failure) = await ToldChunks.ReadAsync(ToldChunks.Delta("""{"content":"Hi"}"""), chunk);

        Assert.Contains(said, failure!.Message, StringComparison.Ordinal);
        Assert.Equal((AnswerOutcome.Failed, "Hi"), (answer.Outcome, answer.Text));
        Assert.Equal("Hi", failure.Partial!.Text);
    }

    [Theory]
    [InlineData("""{"tool_calls":null}""")]
    [InlineData("""{"tool_calls":[]}""")]
    [InlineData("""{"tool_calls":[null]}""")]
    [InlineData("""{"reasoning":null,"reasoning_details":null,"images":null,"annotations":null,"audio":null,"refusal":null}""")]
    [InlineData("""{"reasoning":"","reasoning_details":[],"images":[],"annotations":[],"refusal":""}""")]
    [InlineData("""{"reasoning_details":[null],"images":[null],"annotations":[null]}""")]
    public async Task Delta_WhoseListsAreEmpty_AddsNothing(string delta)
    {
        var answer = await ToldChunks.DeltasAsync(delta);

        Assert.Empty(answer.ToolCalls);
        Assert.Equal(0, answer.ReasoningDetails.Count + answer.Images.Count + answer.Annotations.Count);
        Assert.Equal(("", "", null, null), (answer.Text, answer.Reasoning, answer.Refusal, answer.Audio));
    }

    [Theory]
    [InlineData("""{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}""", "{}")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f"}}""", "{}")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f","arguments":null}}""", "{}")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f","arguments":{"a":1.0}}}""", """{"a":1.0}""")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f","arguments":[{"type":"text","text":"x"}]}}""", """[{"type":"text","text":"x"}]""")]
    [InlineData("""{"index":0,"id":"c","function":{"name":"f","arguments":7}}""", "7")]
    [InlineData("""{"id":"c","function":{"name":"f","arguments":"{}"}}""", "{}")]
    [InlineData("""{"index":null,"id":"c","type":null,"function":{"name":"f","arguments":"{}"}}""", "{}")]
    [InlineData("""{"index":"1","id":"c","type":"later","function":{"name":"f","arguments":"{}"},"later":1}""", "{}")]
    [InlineData("""{"index":1.0,"id":"c","function":{"name":"f","arguments":"{}"}}""", "{}")]
    public async Task ToolCall_OfAnyShape_IsRead(string call, string arguments)
        => Assert.Equal(new ToolCall("c", "f", arguments, true), Assert.Single((await ToldChunks.DeltasAsync($$"""{"tool_calls":[{{call}}]}""")).ToolCalls));

    [Theory]
    [InlineData("""{"index":0,"id":"c"}""")]
    [InlineData("""{"index":0,"id":"c","function":null}""")]
    [InlineData("""{"index":0,"id":"c","function":{}}""")]
    public async Task ToolCall_WithoutAName_HasNone(string call)
        => Assert.Equal(new ToolCall("c", "", "{}", true), Assert.Single((await ToldChunks.DeltasAsync($$"""{"tool_calls":[{{call}}]}""")).ToolCalls));

    [Theory]
    [InlineData("""{"type":"reasoning.text","text":"a","signature":null,"id":null,"format":"anthropic-claude-v1","index":0}""")]
    [InlineData("""{"index":0.0,"text":"a","type":"reasoning.text","score":1.0}""")]
    [InlineData("""{"type":"reasoning.summary","summary":"\u00e9\/","index":0}""")]
    [InlineData("""{"type":"reasoning.encrypted","data":"x","id":"call_1","format":"google-gemini-v1"}""")]
    [InlineData("""{"type":"reasoning.server_tool_call","tool_name":"t","arguments":"{}","result":{"a":1.50},"tool_call_id":"c"}""")]
    [InlineData("""{"type":"reasoning.later","x":[1e400]}""")]
    [InlineData("""{"summary":"no type","index":null}""")]
    public async Task ReasoningDetail_OfTheWire_IsSentBackAsTheSameBytes(string detail)
        => Assert.Equal(detail, Assert.Single((await ToldChunks.DeltasAsync($$"""{"reasoning_details":[ {{detail}} ]}""")).ReasoningDetails).GetRawText());

    [Fact]
    public async Task ReasoningDetails_InFragments_AreOneEntryWithItsOrderAndSpelling()
        => Assert.Equal(
            """{"index":0,"type":"reasoning.text","text":"a\uD83D\uDE00","n":1.0,"signature":"s"}""",
            Assert.Single((await ToldChunks.DeltasAsync(
                """{"reasoning":"a\ud83d","reasoning_details":[{"index":0,"type":"reasoning.text","text":"a\ud83d","n":1.0}]}""",
                """{"reasoning":"\ude00","reasoning_details":[{"index":0,"type":"reasoning.text","text":"\ude00"}]}""",
                """{"content":"Hi","reasoning_details":[{"index":0,"type":"reasoning.text","signature":"s"}]}""")).ReasoningDetails).GetRawText());

    [Fact]
    public async Task Logprobs_OfTheWire_AreInTheAnswer()
    {
        var answer = await ToldChunks.AnswerAsync(
            """{"choices":[{"index":0,"delta":{"content":"H"},"logprobs":{"content":[{"token":"H","logprob":-0.5,"bytes":null,"top_logprobs":[]}],"refusal":null}}]}""",
            """{"choices":[{"index":0,"delta":{"content":"i"},"logprobs":{"content":[{"token":"i","logprob":-1,"bytes":[105],"top_logprobs":[]}]}}]}""",
            """{"choices":[{"index":0,"delta":{},"logprobs":null}]}""");

        Assert.Equal(["H", "i"], answer.Logprobs!.Content.Select(static item => item.GetProperty("token").GetString()));
        Assert.Empty(answer.Logprobs.Refusal);
    }

    [Theory]
    [InlineData("""{"type":"image_url","image_url":{"url":"data:a"}}""", "data:a")]
    [InlineData("""{"type":"image_url","index":0,"image_url":{"url":"data:a","detail":"high","later":1}}""", "data:a")]
    [InlineData("""{"image_url":{"url":"data:a"},"index":null,"type":null}""", "data:a")]
    [InlineData("""{"type":"later","image_url":{"url":""}}""", "")]
    public async Task Image_OfAnyShape_IsKept(string image, string url)
        => Assert.Equal(url, Assert.Single((await ToldChunks.DeltasAsync($$"""{"images":[{{image}}]}""")).Images).GetProperty("image_url").GetProperty("url").GetString());

    [Theory]
    [InlineData(1, """{"index":0,"image_url":{"url":"a"}}""", """{"index":0,"image_url":{"url":"b"}}""")]
    [InlineData(2, """{"index":0,"image_url":{"url":"a"}}""", """{"index":1,"image_url":{"url":"b"}}""")]
    [InlineData(2, """{"image_url":{"url":"a"}}""", """{"image_url":{"url":"b"}}""")]
    public async Task Images_OfManyChunks_AreToldApartByIndex(int count, string first, string second)
    {
        var images = (await ToldChunks.DeltasAsync($$"""{"images":[{{first}}]}""", $$"""{"images":[{{second}}]}""")).Images;

        Assert.Equal(count, images.Count);
        Assert.Equal("b", images[^1].GetProperty("image_url").GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("""{"type":"url_citation","url_citation":{"url":"https://a.test","title":"A","start_index":0,"end_index":12,"content":"c"}}""")]
    [InlineData("""{"type":"url_citation","url_citation":{"url":"https://a.test"}}""")]
    [InlineData("""{"type":"url_citation","url_citation":{"url":"https://a.test","start_index":null}}""")]
    [InlineData("""{"type":"file","file":{"hash":"h","name":"a.pdf","content":[{"type":"text","text":"x"}]}}""")]
    [InlineData("""{"type":"file","file":{"hash":"h"}}""")]
    [InlineData("""{"type":"later","later":{"a":[1.50]}}""")]
    public async Task Annotation_OfAnyKind_IsKept(string annotation)
    {
        var kept = Assert.Single((await ToldChunks.DeltasAsync($$"""{"annotations":[{{annotation}}]}""")).Annotations);

        Assert.Null(Json.JsonComparison.Difference(System.Text.Json.JsonDocument.Parse(annotation).RootElement, kept));
    }

    [Theory]
    [InlineData("hi!!", "He said", """{"id":"au","data":"aGk=","transcript":"He "}""", """{"data":"ISE=","transcript":"said"}""", """{"expires_at":1790000000}""")]
    [InlineData("hi!!", "", """{"data":"aG"}""", """{"data":"k=I"}""", """{"data":"SE="}""")]
    [InlineData("", "x", """{"data":null,"transcript":"x"}""", """{"data":"","transcript":null}""")]
    public async Task Audio_OfAnyShape_IsJoined(string bytes, string transcript, params string[] pieces)
    {
        var audio = (await ToldChunks.DeltasAsync([.. pieces.Select(static piece => $$"""{"audio":{{piece}}}""")])).Audio!;

        Assert.Equal((bytes, transcript), (System.Text.Encoding.ASCII.GetString(audio.Data.Span), audio.Transcript));
    }

    [Fact]
    public async Task Audio_ThatIsNoBase64_IsAnError()
    {
        var (answer, failure) = await ToldChunks.ReadAsync(ToldChunks.Delta("""{"audio":{"data":"????"}}"""), ToldChunks.Finish);

        Assert.Contains("base64", failure!.Message, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.Failed, answer.Outcome);
    }

    [Fact]
    public async Task Unknown_Members_DisturbNothing()
        => Assert.Equal("Hi", (await ToldChunks.AnswerAsync("""{"x":1,"choices":[{"x":{"y":[]},"index":0,"delta":{"x":null,"content":"Hi","reasoning_content":"other"}}],"y":"z"}""")).Text);
}
