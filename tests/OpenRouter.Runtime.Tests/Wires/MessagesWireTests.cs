using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Wires;

public sealed class MessagesWireTests
{
    private const string Start = """{"type":"message_start","message":{"id":"gen-1","type":"message","role":"assistant","model":"a/b","content":[],"stop_reason":null,"usage":{"input_tokens":9,"output_tokens":1,"service_tier":"standard"}}}""";
    private const string Stop = """{"type":"message_stop"}""";
    private const string Ping = """{"type": "ping"}""";

    [Theory]
    [InlineData("Hi!", "Hi", "!")]
    [InlineData("Hi", "", "Hi", "")]
    [InlineData("", "")]
    [InlineData("a😀b", "a\\ud83d", "\\ude00b")]
    [InlineData("a\uFFFDb", "a\\ud83d", "b")]
    public void Text_InDeltas_IsJoined(string expected, params string[] deltas)
        => Assert.Equal(expected, Events.Answer([Start, Ping, TextBlock(0), .. deltas.Select(static delta => Text(delta)), BlockStop(0), End("end_turn"), Stop]).Text);

    [Fact]
    public void Text_OfSeveralBlocks_StandsInTheOrderOfTheirIndexes()
        => Assert.Equal("abc", Events.Answer(Start, TextBlock(2), Text("c", 2), TextBlock(0, "a"), TextBlock(1), Text("b", 1)).Text);

    [Fact]
    public void Text_OfTheBlockThatBegins_IsKept() => Assert.Equal("ab", Events.Answer(Start, TextBlock(0, "a"), Text("b")).Text);

    [Fact]
    public void Text_WhoseBlockNeverBegan_IsKept() => Assert.Equal("a", Events.Answer(Start, Text("a")).Text);

    [Theory]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"text":"x"}}""", "x")]
    [InlineData("""{"type":"content_block_delta","delta":{"type":"text_delta","text":"x"}}""", "x")]
    [InlineData("""{"type":"content_block_delta","index":0.0,"delta":{"type":"text_delta","text":"x"}}""", "x")]
    [InlineData("""{"type":"content_block_delta","index":"0","delta":{"text":"x","type":"text_delta"}   }""", "x")]
    [InlineData("""{"delta":{"text":"x","later":[{"a":1}],"type":"text_delta"},"type":"content_block_delta","index":0}""", "x")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":null}}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":7}}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{"text":"x"}}}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":"x"}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":null}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0}""", "")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"type":"hologram_delta","light":"x"}}""", "")]
    public void Delta_OfOddShape_IsReadAsFarAsItCanBe(string delta, string expected) => Assert.Equal(expected, Events.Answer(Start, delta).Text);

    [Fact]
    public void MessageStart_Twice_IsOneMessage()
    {
        var answer = Events.Answer(Start, Start, TextBlock(0), Text("Hi"), End("end_turn"), Stop);

        Assert.Equal(("Hi", "stop", "gen-1"), (answer.Text, answer.FinishReason, answer.GenerationId));
    }

    [Fact]
    public void MessageStart_InTheMiddle_DropsWhatThereWas()
    {
        var read = Events.Read(
            Start, TextBlock(0), Text("old"), ToolBlock(1, "c", "f"), Thinking(2), End("max_tokens", """{"output_tokens":50}"""), Stop,
            Start.Replace("gen-1", "gen-2", StringComparison.Ordinal), TextBlock(0), Text("new"));
        var answer = read.Snapshot(AnswerOutcome.Interrupted);

        Assert.Equal(("new", "", null, "gen-2"), (answer.Text, answer.Reasoning, answer.FinishReason, answer.GenerationId));
        Assert.Empty(answer.ToolCalls);
        Assert.Empty(answer.ReasoningDetails);
        Assert.Equal(1, answer.Usage!.CompletionTokens);
        Assert.False(read.IsFinished);
        Assert.Equal((2 * "ew".Length) - 1 + AnswerBudget.EntryCost, read.KeptChars);
    }

    [Fact]
    public void MessageStart_WithContent_HasIt()
        => Assert.Equal("Hi!", Events.Answer("""{"type":"message_start","message":{"content":[{"type":"text","text":"Hi"}]}}""", Text("!")).Text);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("""{"a":1}""", "", """{"a":1}""")]
    [InlineData("""{"a":1}""", "{\"a", "", "\":1}")]
    [InlineData("{}", "")]
    [InlineData("{}", "", "")]
    [InlineData("{}", "{}")]
    public void ToolInput_InPieces_IsJoined(string expected, params string[] pieces)
    {
        var answer = Events.Answer([Start, ToolBlock(0, "toolu_1", "add"), .. pieces.Select(static piece => Input(piece)), BlockStop(0), End("tool_use"), Stop]);

        Assert.Equal(new ToolCall("toolu_1", "add", expected, true), Assert.Single(answer.ToolCalls));
        Assert.Equal(("tool_calls", "tool_use"), (answer.FinishReason, answer.NativeFinishReason));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("""{"b":2}""", """{"a":1}""", """{"b":2}""")]
    [InlineData("""{"a":1}""", """{"a":1}""", "")]
    public void ToolInput_OfTheBlockThatBegins_CountsUntilThereAreDeltas(string expected, string initial, params string[] pieces)
        => Assert.Equal(expected, Assert.Single(Events.Answer([Start, ToolBlock(0, "c", "f", initial), .. pieces.Select(static piece => Input(piece))]).ToolCalls).Arguments);

    [Theory]
    [InlineData("null", "{}")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("[1]", "[1]")]
    public void ToolInput_OfOddShape_IsItsJson(string input, string expected)
        => Assert.Equal(expected, Assert.Single(Events.Answer(Start, ToolBlock(0, "c", "f", input)).ToolCalls).Arguments);

    [Fact]
    public void ToolInput_CutByTheLimit_IsNotComplete()
    {
        var call = Assert.Single(Events.Answer(Start, ToolBlock(0, "c", "f"), Input("{\"a\":"), End("max_tokens"), Stop).ToolCalls);

        Assert.Equal(("{\"a\":", false), (call.Arguments, call.IsComplete));
    }

    [Fact]
    public void SeveralTools_StayApart()
        => Assert.Equal(
            ["f{\"x\":1}", "g{\"y\":2}"],
            Events.Answer(Start, ToolBlock(1, "a", "f"), ToolBlock(2, "b", "g"), Input("{\"x\"", 1), Input("{\"y\"", 2), Input(":1}", 1), Input(":2}", 2)).ToolCalls.Select(static call => call.Name + call.Arguments));

    [Theory]
    [InlineData("server_tool_use")]
    [InlineData("mcp_tool_use")]
    [InlineData("web_search_tool_result")]
    [InlineData("hologram")]
    public void BlocksOfTheServer_AreNoneOfTheCaller(string type)
    {
        var answer = Events.Answer(Start, $$"""{"type":"content_block_start","index":0,"content_block":{"type":"{{type}}","id":"x","name":"f","input":{} } }""", Input("{\"a\":1}"), End("end_turn"), Stop);

        Assert.Empty(answer.ToolCalls);
        Assert.Equal("stop", answer.FinishReason);
    }

    [Fact]
    public void Thinking_WithItsSignature_IsShownAndSentBack()
    {
        var answer = Events.Answer(Start, Thinking(0), Thought("Let me"), Thought(" see"), Signature("sig=="), BlockStop(0), TextBlock(1), Text("Hi", 1), End("end_turn"), Stop);

        Assert.Equal(("Let me see", "Hi"), (answer.Reasoning, answer.Text));
        Assert.Equal(["""{"type":"thinking","thinking":"Let me see","signature":"sig=="}"""], Accumulation.Told.Raw(answer.ReasoningDetails));
    }

    [Fact]
    public void Thinking_WithoutText_KeepsItsSignature()
        => Assert.Equal(["""{"type":"thinking","thinking":"","signature":"sig"}"""], Accumulation.Told.Raw(Events.Answer(Start, Thinking(0), Signature("sig")).ReasoningDetails));

    [Fact]
    public void Signature_TheLastOneCounts()
        => Assert.Equal(["""{"type":"thinking","thinking":"a","signature":"new"}"""], Accumulation.Told.Raw(Events.Answer(Start, Thinking(0), Thought("a"), Signature("old"), Signature("new")).ReasoningDetails));

    [Fact]
    public void RedactedThinking_IsSentBackAsItCame()
    {
        const string Block = """{"type":"redacted_thinking","data":"Eq==","n":1.0}""";
        var read = Events.Read(Start, $$"""{"type":"content_block_start","index":0,"content_block":{{Block}}}""");

        Assert.Equal([Block], Accumulation.Told.Raw(read.Snapshot(AnswerOutcome.Completed).ReasoningDetails));
        Assert.Equal("", read.Snapshot(AnswerOutcome.Completed).Reasoning);
        Assert.True(read.HasContent);
    }

    [Fact]
    public void Thinking_BetweenOtherBlocks_KeepsItsPlace()
    {
        var answer = Events.Answer(Start, Thinking(0), Thought("a"), ToolBlock(1, "c", "f"), Thinking(2), Thought("b", 2));

        Assert.Equal("ab", answer.Reasoning);
        Assert.Equal(2, answer.ReasoningDetails.Count);
    }

    [Fact]
    public void Block_ThatBeginsAgain_BeginsAnew()
        => Assert.Equal("new", Events.Answer(Start, TextBlock(0), Text("old"), TextBlock(0), Text("new")).Text);

    [Theory]
    [InlineData("end_turn", "stop")]
    [InlineData("stop_sequence", "stop")]
    [InlineData("max_tokens", "length")]
    [InlineData("tool_use", "tool_calls")]
    [InlineData("refusal", "content_filter")]
    [InlineData("pause_turn", "pause_turn")]
    [InlineData("compaction", "compaction")]
    [InlineData("model_context_window_exceeded", "model_context_window_exceeded")]
    [InlineData("later", "later")]
    public void StopReason_IsMapped(string reason, string expected)
    {
        var answer = Events.Answer(Start, Text("x"), End(reason), Stop);

        Assert.Equal((expected, reason), (answer.FinishReason, answer.NativeFinishReason));
    }

    [Theory]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":5}}""")]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":""}}""")]
    [InlineData("""{"type":"message_delta","delta":{"stop_reason":7}}""")]
    [InlineData("""{"type":"message_delta","delta":null}""")]
    [InlineData("""{"type":"message_delta"}""")]
    public void StopReason_ThatIsNone_IsNone(string json) => Assert.Null(Events.Answer(Start, Text("x"), json).FinishReason);

    [Fact]
    public void Refusal_WithoutContent_IsToldInItsWords()
    {
        var read = Events.Read(Start, Ping, """{"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal","explanation":"not allowed"}},"usage":{"output_tokens":5}}""", Stop);
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal(("", "not allowed", "content_filter", "refusal"), (answer.Text, answer.Refusal, answer.FinishReason, answer.NativeFinishReason));
        Assert.True(read.IsFinished);
    }

    [Fact]
    public void Finish_NeedsTheLastEvent()
    {
        Assert.False(Events.Read(Start, Text("x"), End("end_turn")).IsFinished);
        Assert.True(Events.Read(Start, Text("x"), End("end_turn"), Stop).IsFinished);
    }

    [Theory]
    [InlineData("""{"output_tokens":50}""", 9, 50, null)]
    [InlineData("""{"input_tokens":20,"output_tokens":50}""", 20, 50, null)]
    [InlineData("""{"input_tokens":0,"output_tokens":50}""", 0, 50, null)]
    [InlineData("""{"input_tokens":null,"output_tokens":50}""", 9, 50, null)]
    [InlineData("""{"input_tokens":20,"cache_read_input_tokens":100,"cache_creation_input_tokens":7,"output_tokens":50}""", 127, 50, 100L)]
    [InlineData("""{"output_tokens":50.0}""", 9, 50, null)]
    public void Usage_IsReplacedAndNeverAdded(string usage, long prompt, long completion, long? cached)
    {
        var read = Events.Answer(Start, End("end_turn", """{"output_tokens":30}"""), End("end_turn", usage), Stop).Usage!;

        Assert.Equal((prompt, completion, prompt + completion, cached), (read.PromptTokens, read.CompletionTokens, read.TotalTokens, read.CachedTokens));
    }

    [Fact]
    public void Usage_HasCostReasoningAndEveryMember()
    {
        var usage = Events.Answer(Start, End("end_turn", """{"output_tokens":5,"output_tokens_details":{"thinking_tokens":3},"cost":1e-05,"server_tool_use":{"web_search_requests":1}}"""), Stop).Usage!;

        Assert.Equal((3L, 0.00001m), (usage.ReasoningTokens, usage.Cost));
        Assert.Equal(
            """{"input_tokens":9,"output_tokens":5,"service_tier":"standard","output_tokens_details":{"thinking_tokens":3},"cost":1e-05,"server_tool_use":{"web_search_requests":1}}""",
            OpenRouter.Runtime.Json.JsonModel.ToElement(usage.Source!).GetRawText());
    }

    [Fact]
    public void Head_IsThatOfTheMessageAndTheRouter()
    {
        var read = Events.Read(Start, Text("x"), End("end_turn"), """{"type":"message_stop","openrouter_metadata":{"endpoints":{"available":[{"provider":"Acme","selected":true}]}}}""");
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal(("gen-1", "a/b", "Acme", "standard"), (answer.GenerationId, answer.Model, answer.Provider, answer.ServiceTier));
    }

    [Fact]
    public void Citations_AreAnnotations()
    {
        const string Citation = """{"type":"char_location","cited_text":"x","start_char_index":0}""";

        Assert.Equal([Citation, Citation], Accumulation.Told.Raw(Events.Answer(
            Start, TextBlock(0), Text("a"),
            $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{{{Citation}}}}}""",
            $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta","citation":{{{Citation}}}}}""").Annotations));
    }

    [Fact]
    public void Error_IsFoundAndWhatCameIsKept()
    {
        var read = Events.Read(Start, Text("x"), """{"type":"error","error":{"type":"overloaded_error","message":"m"},"request_id":null}""");

        Assert.Equal("""{"type":"overloaded_error","message":"m"}""", read.Error?.GetRawText());
        Assert.Equal("x", read.Snapshot(AnswerOutcome.Failed).Text);
    }

    [Fact]
    public void Error_TheFirstOneCounts()
        => Assert.Equal("1", Events.Read("""{"type":"error","error":1}""", """{"type":"error","error":2}""").Error?.GetRawText());

    [Fact]
    public void Content_IsSeen_OnlyWhenThereIsAny()
    {
        Assert.False(Events.Read(Start, Ping, TextBlock(0), Text("")).HasContent);
        Assert.True(Events.Read(Start, TextBlock(0), Text("x")).HasContent);
        Assert.True(Events.Read(Start, ToolBlock(0, "c", "f")).HasContent);
        Assert.True(Events.Read(Start, Thinking(0), Thought("x")).HasContent);
        Assert.False(Events.Read(Start, Thinking(0)).HasContent);
    }

    [Theory]
    [InlineData("""{"type":"message_later"}""")]
    [InlineData("""{"type":"content_block_start","index":0}""")]
    [InlineData("""{"type":"content_block_start","index":3,"content_block":"x"}""")]
    [InlineData("""{"type":"content_block_start","index":3,"content_block":{"type":"text","text":7,"citations":"x"}}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"text":"b""")]
    [InlineData("""{"type":"content_block_stop","index":0}""")]
    [InlineData("""{"type":"message_delta","usage":"x"}""")]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("[1]")]
    [InlineData("")]
    public void Event_ThatIsUnknownOrDamaged_AddsNothing(string json)
        => Assert.Equal("a", Events.Answer(Start, Text("a", 1), json).Text);

    [Theory]
    [InlineData("""{"type":"message_stop"}""")]
    [InlineData("""{"type":"content_block_delta","index":0,"delta":{"text":""}}""")]
    public void Wire_IsKnownByAnyOfItsEvents(string first) => Assert.Equal("a", Events.Answer(Ping, first, Text("a")).Text);

    [Fact]
    public void Wire_ThatIsUnknown_HasAnEmptyAnswer()
    {
        var read = Events.Read(Ping, """{"type":"later","text":"x"}""", """{"text":"x"}""");
        var answer = read.Snapshot(AnswerOutcome.Interrupted);

        Assert.Equal(new ChatAnswer { Outcome = AnswerOutcome.Interrupted }.ToString(), answer.ToString());
        Assert.False(read.IsFinished || read.HasContent || read.IsTooLarge);
        Assert.Null(read.GenerationId ?? read.Provider);
    }

    [Fact]
    public void Answer_LargerThanAllowed_SaysSo()
    {
        var read = Events.ReadWithin(400, [Start, .. Enumerable.Repeat(Text(new string('x', 100)), 10)]);

        Assert.True(read.IsTooLarge);
        Assert.InRange(read.KeptChars, 100, 400);
    }

    private static string TextBlock(int index, string text = "") => $$$"""{"type":"content_block_start","index":{{{index}}},"content_block":{"type":"text","text":"{{{text}}}"}}""";

    private static string ToolBlock(int index, string id, string name, string input = "{}")
        => $$$"""{"type":"content_block_start","index":{{{index}}},"content_block":{"type":"tool_use","id":"{{{id}}}","name":"{{{name}}}","input":{{{input}}}}}""";

    private static string Thinking(int index) => $$$"""{"type":"content_block_start","index":{{{index}}},"content_block":{"type":"thinking","thinking":"","signature":""}}""";

    private static string Text(string text, int index = 0) => $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"text_delta","text":"{{{text}}}"}}""";

    private static string Thought(string text, int index = 0) => $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"thinking_delta","thinking":"{{{text}}}"}}""";

    private static string Signature(string text) => $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"{{{text}}}"}}""";

    private static string Input(string text, int index = 0)
        => $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"input_json_delta","partial_json":{{{System.Text.Json.JsonSerializer.Serialize(text)}}}}}""";

    private static string BlockStop(int index) => $$"""{"type":"content_block_stop","index":{{index}}}""";

    private static string End(string reason, string usage = """{"output_tokens":50}""")
        => $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":null},"usage":{{{usage}}}}""";
}
