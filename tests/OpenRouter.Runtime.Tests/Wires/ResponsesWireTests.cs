using System.Text;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Tests.Wires;

public sealed class ResponsesWireTests
{
    private const string Created = """{"type":"response.created","response":{"id":"gen-1","model":"a/b","status":"in_progress","service_tier":"default","output":[],"usage":null}}""";
    private const string Completed = """{"type":"response.completed","response":{"id":"gen-1","status":"completed","output":[]}}""";

    [Theory]
    [InlineData("Hi!", "Hi", "!")]
    [InlineData("Hi", "", "Hi", "")]
    [InlineData("", "")]
    [InlineData("a😀b", "a\\ud83d", "\\ude00b")]
    [InlineData("a\uFFFDb", "a\\ud83d", "b")]
    [InlineData("a\nb", "a\\n", "b")]
    public void Text_InDeltas_IsJoined(string expected, params string[] deltas)
        => Assert.Equal(expected, Events.Answer([Created, .. deltas.Select(static delta => Delta(delta)), Completed]).Text);

    [Theory]
    [InlineData("ab", 0, 0, 0, 1)]
    [InlineData("ba", 0, 1, 0, 0)]
    [InlineData("ab", 0, 0, 1, 0)]
    [InlineData("ba", 1, 0, 0, 1)]
    [InlineData("ba", 7, 3, 2, 9)]
    [InlineData("ab", -1, 0, 0, 0)]
    [InlineData("ab", 0, 0, 9007199254740993, 0)]
    public void Text_OfSeveralParts_StandsInTheOrderOfTheirIndexes(string expected, long item, long part, long otherItem, long otherPart)
        => Assert.Equal(expected, Events.Answer(Delta("a", item, part), Delta("b", otherItem, otherPart)).Text);

    [Fact]
    public void ItemId_ThatChangesFromEventToEvent_MeansNothing()
        => Assert.Equal("Hi!", Events.Answer(
            """{"item_id":"1","output_index":0,"content_index":0,"delta":"Hi","type":"response.output_text.delta"}""",
            """{"item_id":"2","output_index":0,"content_index":0,"delta":"!","type":"response.output_text.delta"}""").Text);

    [Theory]
    [InlineData("""{"type":"response.output_text.delta","delta":"x"}""", "x")]
    [InlineData("""{"type":"response.output_text.delta","output_index":"0","content_index":0.0,"delta":"x"}""", "x")]
    [InlineData("""{"type":"response.output_text.delta","output_index":null,"delta":"x"}""", "x")]
    [InlineData("""{"type":"response.output_text.delta","output_index":{"a":[1]},"delta":"x"}""", "x")]
    [InlineData("""{"type":"response.output_text.delta","delta":null}""", "")]
    [InlineData("""{"type":"response.output_text.delta","delta":{"text":"x"}}""", "")]
    [InlineData("""{"type":"response.output_text.delta","delta":7}""", "")]
    [InlineData("""{"type":"response.output_text.delta"}""", "")]
    [InlineData("""{"typ\u0065":"response.output_text.delta","d\u0065lta":"x"}""", "x")]
    public void Delta_OfOddShape_IsReadAsFarAsItCanBe(string delta, string expected) => Assert.Equal(expected, Events.Answer(Created, delta).Text);

    [Theory]
    [InlineData("""{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"whole"}""", "whole")]
    [InlineData("""{"type":"response.output_text.done","output_index":0,"content_index":0,"text":""}""", "")]
    [InlineData("""{"type":"response.output_text.done","output_index":0,"content_index":0,"text":null}""", "part")]
    [InlineData("""{"type":"response.output_text.done","output_index":0,"content_index":0}""", "part")]
    [InlineData("""{"type":"response.output_text.done","output_index":0,"content_index":1,"text":"!"}""", "part!")]
    [InlineData("""{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"output_text","text":"whole","annotations":[]}}""", "whole")]
    [InlineData("""{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"later","text":"whole"}}""", "part")]
    [InlineData("""{"type":"response.content_part.done","output_index":0,"content_index":0}""", "part")]
    [InlineData("""{"type":"response.content_part.added","output_index":0,"content_index":0,"part":{"type":"output_text","text":""}}""", "part")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"message","content":[{"type":"output_text","text":"whole"}]}}""", "whole")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"message","content":[]}}""", "part")]
    [InlineData("""{"type":"response.output_item.added","output_index":0,"item":{"type":"message","content":[]}}""", "part")]
    [InlineData("""{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"wh"},{"type":"output_text","text":"ole"}]}]}}""", "whole")]
    [InlineData("""{"type":"response.completed","response":{"status":"completed","output":[]}}""", "part")]
    [InlineData("""{"type":"response.completed","response":{"status":"completed","output":null}}""", "part")]
    [InlineData("""{"type":"response.completed","response":{"status":"completed"}}""", "part")]
    [InlineData("""{"type":"response.incomplete","response":{"status":"incomplete","output":[{"type":"message","content":[{"type":"output_text","text":"whole"}]}]}}""", "whole")]
    public void Whole_CountsMoreThanDeltas(string whole, string expected)
        => Assert.Equal(expected, Events.Answer(Created, Delta("pa"), Delta("rt"), whole).Text);

    [Fact]
    public void FinalOutput_DropsItemsThatItDoesNotHave()
    {
        var answer = Events.Answer(
            Delta("old"), Delta("older", 4), """{"type":"response.function_call_arguments.delta","output_index":2,"delta":"{}"}""",
            """{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"new"}]}]}}""");

        Assert.Equal(("new", "stop"), (answer.Text, answer.FinishReason));
        Assert.Empty(answer.ToolCalls);
    }

    [Fact]
    public void FunctionCall_InDeltas_IsJoined()
    {
        var answer = Events.Answer(
            Created,
            """{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"add","arguments":""}}""",
            """{"type":"response.function_call_arguments.delta","output_index":1,"item_id":"x","delta":"{\"a\""}""",
            """{"type":"response.function_call_arguments.delta","output_index":1,"item_id":"y","delta":":1}"}""",
            Completed);

        Assert.Equal(new ToolCall("call_1", "add", """{"a":1}""", true), Assert.Single(answer.ToolCalls));
        Assert.Equal(("tool_calls", "completed"), (answer.FinishReason, answer.NativeFinishReason));
    }

    [Theory]
    [InlineData("""{"type":"response.function_call_arguments.done","output_index":0,"arguments":"{\"b\":2}"}""", """{"b":2}""")]
    [InlineData("""{"type":"response.function_call_arguments.done","output_index":0}""", """{"a":1}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f","arguments":"{\"b\":2}"}}""", """{"b":2}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f","arguments":{"b":2}}}""", """{"b":2}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f","arguments":""}}""", """{"a":1}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f"}}""", """{"a":1}""")]
    public void Arguments_ThatAreDone_CountMoreThanDeltas(string done, string expected)
        => Assert.Equal(
            new ToolCall("c", "f", expected, true),
            Assert.Single(Events.Answer(
                """{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f","arguments":""}}""",
                """{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"a\":1}"}""",
                done,
                Completed).ToolCalls));

    [Fact]
    public void Arguments_WithAnIndexOfContent_AreOfTheSameCall()
        => Assert.Equal("""{"b":2}""", Assert.Single(Events.Answer(
            """{"type":"response.function_call_arguments.delta","output_index":0,"content_index":0,"delta":"{\"a\""}""",
            """{"type":"response.function_call_arguments.delta","output_index":0,"content_index":1,"delta":":1}"}""",
            """{"type":"response.function_call_arguments.done","output_index":0,"content_index":2,"arguments":"{\"b\":2}"}""").ToolCalls).Arguments);

    [Fact]
    public void Logprobs_ThatReplaceOthers_CountOnce()
        => Assert.False(Events.ReadWithin(3000, [.. Enumerable.Repeat($$"""{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"a","logprobs":["{{new string('x', 1000)}}"]}""", 20)]).IsTooLarge);

    [Fact]
    public void Annotation_ThatReplacesAnother_CountsOnce()
    {
        var annotation = $$"""{"type":"response.output_text.annotation.added","output_index":0,"content_index":0,"annotation_index":0,"annotation":"{{new string('x', 1000)}}"}""";

        Assert.False(Events.ReadWithin(3000, [.. Enumerable.Repeat(annotation, 20)]).IsTooLarge);
        Assert.True(Events.ReadWithin(3000, [.. Enumerable.Range(0, 20).Select(index => annotation.Replace("annotation_index\":0", $"annotation_index\":{index}", StringComparison.Ordinal))]).IsTooLarge);
    }

    [Fact]
    public void Arguments_OfAnItemThatBegins_AreNotDoubledByDeltas()
    {
        const string Added = """{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","call_id":"c","name":"f","arguments":"{\"a\":1}"}}""";

        Assert.Equal("""{"a":1}""", Assert.Single(Events.Answer(Added).ToolCalls).Arguments);
        Assert.Equal("""{"a":1}""", Assert.Single(Events.Answer(Added, """{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"a\":1}"}""").ToolCalls).Arguments);
    }

    [Theory]
    [InlineData("""{"type":"function_call","id":"fc","name":"f","arguments":"{}"}""", "fc")]
    [InlineData("""{"type":"function_call","call_id":"c","id":"fc","name":"f","arguments":"{}"}""", "c")]
    [InlineData("""{"type":"function_call","name":"f","arguments":"{}"}""", "call_local_0")]
    public void CallId_CountsBeforeTheIdOfTheItem(string item, string expected)
        => Assert.Equal(expected, Assert.Single(Events.Answer($$"""{"type":"response.output_item.done","output_index":0,"item":{{item}}}""").ToolCalls).Id);

    [Fact]
    public void CustomToolCall_HasItsInputAsAJsonString()
    {
        var call = Assert.Single(Events.Answer(
            """{"type":"response.output_item.added","output_index":0,"item":{"type":"custom_tool_call","call_id":"c","name":"run","input":""}}""",
            """{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"print("}""",
            """{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"\"x\")"}""",
            """{"type":"response.custom_tool_call_input.done","output_index":0,"input":"print(\"x\")"}""").ToolCalls);

        Assert.Equal(new ToolCall("c", "run", """
            "print(\"x\")"
            """, true), call);
    }

    [Fact]
    public void SeveralCalls_StandInTheOrderOfTheirItems()
        => Assert.Equal(
            ["a", "b"],
            Events.Answer(
                """{"type":"response.output_item.done","output_index":2,"item":{"type":"function_call","call_id":"2","name":"b","arguments":"{}"}}""",
                """{"type":"response.output_item.done","output_index":1,"item":{"type":"function_call","call_id":"1","name":"a","arguments":"{}"}}""").ToolCalls.Select(static call => call.Name));

    [Theory]
    [InlineData("web_search_call")]
    [InlineData("code_interpreter_call")]
    [InlineData("mcp_call")]
    [InlineData("later")]
    public void CallsOfTheServer_AreNoneOfTheCaller(string type)
        => Assert.Empty(Events.Answer($$"""{"type":"response.output_item.done","output_index":0,"item":{"type":"{{type}}","id":"x","name":"f","arguments":"[]"} }""", Completed).ToolCalls);

    [Fact]
    public void Summary_OfSeveralParts_HasThemAsParagraphs()
        => Assert.Equal("ab\n\nc", Events.Answer(
            """{"type":"response.reasoning_summary_part.added","output_index":0,"summary_index":0,"part":{"type":"summary_text","text":""}}""",
            """{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"a"}""",
            """{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"b"}""",
            """{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":1,"delta":"c"}""").Reasoning);

    [Theory]
    [InlineData("""{"type":"response.reasoning_summary_text.done","output_index":0,"summary_index":0,"text":"whole"}""")]
    [InlineData("""{"type":"response.reasoning_summary_part.done","output_index":0,"summary_index":0,"part":{"type":"summary_text","text":"whole"}}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","summary":[{"type":"summary_text","text":"whole"}]}}""")]
    [InlineData("""{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","summary":[{"type":"summary_text","text":"sum"}],"content":[{"type":"reasoning_text","text":"whole"}]}}""")]
    [InlineData("""{"type":"response.reasoning_text.delta","output_index":0,"content_index":0,"delta":"whole"}""")]
    [InlineData("""{"type":"response.reasoning_text.done","output_index":0,"content_index":0,"text":"whole"}""")]
    public void Reasoning_IsShownOnce_TheBetterOfTheTwo(string later)
        => Assert.Equal("whole", Events.Answer("""{"type":"response.reasoning_summary_text.delta","output_index":0,"summary_index":0,"delta":"part"}""", later).Reasoning);

    [Fact]
    public void ReasoningItem_IsSentBackAsItCame()
    {
        const string Item = """{"id":"rs","type":"reasoning","summary":[],"encrypted_content":"x","score":1.0}""";

        Assert.Equal([Item], Accumulation.Told.Raw(Events.Answer($$"""{"type":"response.output_item.done","output_index":0,"item":{{Item}}}""").ReasoningDetails));
        Assert.Equal([Item], Accumulation.Told.Raw(Events.Answer($$$"""{"type":"response.completed","response":{"status":"completed","output":[{{{Item}}}]}}""").ReasoningDetails));
        Assert.Empty(Events.Answer($$"""{"type":"response.output_item.added","output_index":0,"item":{{Item}}}""").ReasoningDetails);
    }

    [Fact]
    public void Refusal_IsJoinedAndReplacedByTheWhole()
    {
        Assert.Equal("no!", Events.Answer(Refusal("no"), Refusal("!")).Refusal);
        Assert.Equal("never", Events.Answer(Refusal("no"), """{"type":"response.refusal.done","output_index":0,"content_index":0,"refusal":"never"}""").Refusal);
        Assert.Equal("never", Events.Answer(Refusal("no"), """{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"refusal","refusal":"never"}}""").Refusal);
        Assert.Null(Events.Answer(Delta("x")).Refusal);
    }

    [Fact]
    public void Annotations_AddedOneByOneAndThenWhole_AreThereOnce()
    {
        const string Citation = """{"type":"url_citation","url":"https://a.test","title":"A","start_index":0,"end_index":1}""";
        const string Added = $$$"""{"type":"response.output_text.annotation.added","output_index":0,"content_index":0,"annotation_index":0,"annotation":{{{Citation}}}}""";

        Assert.Equal([Citation], Accumulation.Told.Raw(Events.Answer(Added).Annotations));
        Assert.Equal([Citation], Accumulation.Told.Raw(Events.Answer(Added, Added).Annotations));
        Assert.Equal([Citation], Accumulation.Told.Raw(Events.Answer(Added, $$$"""{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"output_text","text":"x","annotations":[{{{Citation}}}]}}""").Annotations));
        Assert.Equal([Citation], Accumulation.Told.Raw(Events.Answer(Added, """{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"output_text","text":"x","annotations":[]}}""").Annotations));
        Assert.Equal(2, Events.Answer(Added, Added.Replace("annotation_index\":0", "annotation_index\":1", StringComparison.Ordinal)).Annotations.Count);
    }

    [Fact]
    public void Logprobs_OfDeltas_AreReplacedByTheWhole()
    {
        const string First = """{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"a","logprobs":[{"token":"a","logprob":-0.10}]}""";

        Assert.Equal(["""{"token":"a","logprob":-0.10}"""], Accumulation.Told.Raw(Events.Answer(First, Delta("b")).Logprobs!.Content));
        Assert.Equal(["2", "3"], Accumulation.Told.Raw(Events.Answer(First, """{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"ab","logprobs":[2,3]}""").Logprobs!.Content));
        Assert.Single(Events.Answer(First, """{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"ab","logprobs":[]}""").Logprobs!.Content);
        Assert.Null(Events.Answer(Delta("b")).Logprobs);
    }

    [Fact]
    public void Image_OfTheServer_IsAnImageOfTheAnswer()
    {
        var image = Assert.Single(Events.Answer(
            """{"type":"response.image_generation_call.partial_image","output_index":0,"partial_image_b64":"eA=="}""",
            """{"type":"response.output_item.done","output_index":0,"item":{"type":"image_generation_call","result":"eHh4","output_format":"webp"}}""").Images);

        Assert.Equal("""{"type":"image_url","image_url":{"url":"data:image/webp;base64,eHh4"}}""", image.GetRawText());
    }

    [Theory]
    [InlineData("completed", "null", "stop", "completed", true)]
    [InlineData("incomplete", """{"reason":"max_output_tokens"}""", "length", "max_output_tokens", true)]
    [InlineData("incomplete", """{"reason":"content_filter"}""", "content_filter", "content_filter", true)]
    [InlineData("incomplete", """{"reason":"later"}""", "later", "later", true)]
    [InlineData("incomplete", "null", "length", "incomplete", true)]
    [InlineData("incomplete", "{}", "length", "incomplete", true)]
    [InlineData("failed", "null", "error", "failed", false)]
    [InlineData("cancelled", "null", "cancelled", "cancelled", false)]
    public void Status_TellsTheFinishReason(string status, string details, string expected, string native, bool isFinished)
    {
        var type = status == "cancelled" ? "completed" : status;
        var read = Events.Read(Created, Delta("x"), $$$"""{"type":"response.{{{type}}}","response":{"status":"{{{status}}}","incomplete_details":{{{details}}}}}""");
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal((expected, native, isFinished), (answer.FinishReason, answer.NativeFinishReason, read.IsFinished));
    }

    [Theory]
    [InlineData("response.completed", "stop")]
    [InlineData("response.incomplete", "length")]
    [InlineData("response.failed", "error")]
    public void Status_Missing_IsToldByTheEvent(string type, string expected)
        => Assert.Equal(expected, Events.Answer(Delta("x"), $$"""{"type":"{{type}}"}""").FinishReason);

    [Theory]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"m"}}}""", """{"code":"server_error","message":"m"}""")]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":null}}""", """{"status":"failed","error":null}""")]
    [InlineData("""{"type":"error","code":"c","message":"m"}""", """{"type":"error","code":"c","message":"m"}""")]
    [InlineData("""{"type":"error","error":{"code":"c"}}""", """{"code":"c"}""")]
    [InlineData("""{"type":"response.error","error":{"code":"c"}}""", """{"code":"c"}""")]
    [InlineData("""{"error":{"code":"c"}}""", """{"code":"c"}""")]
    [InlineData("""{"error":"text"}""", "\"text\"")]
    public void Error_OfAnyShape_IsFound(string json, string expected)
    {
        var read = Events.Read(Delta("x"), json);

        Assert.Equal(expected, read.Error?.GetRawText());
        Assert.False(read.IsFinished);
        Assert.Equal("x", read.Snapshot(AnswerOutcome.Failed).Text);
    }

    [Fact]
    public void Failed_NamesTheCodeAsReason()
        => Assert.Equal("rate_limit_exceeded", Events.Answer("""{"type":"response.failed","response":{"status":"failed","error":{"code":"rate_limit_exceeded"}}}""").NativeFinishReason);

    [Fact]
    public void Usage_OfTheLastEvent_IsMapped()
    {
        var usage = Events.Answer(
            """{"type":"response.in_progress","response":{"usage":{"input_tokens":1}}}""",
            """{"type":"response.completed","response":{"status":"completed","usage":{"input_tokens":78,"input_tokens_details":{"cached_tokens":5},"output_tokens":37.0,"output_tokens_details":{"reasoning_tokens":22},"total_tokens":115,"cost":1.13e-05}}}""").Usage!;

        Assert.Equal((78L, 37L, 115L, 5L, 22L, 0.0000113m), (usage.PromptTokens, usage.CompletionTokens, usage.TotalTokens, usage.CachedTokens, usage.ReasoningTokens, usage.Cost));
        Assert.Contains("1.13e-05", OpenRouter.Runtime.Json.JsonModel.ToJson(usage.Source!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"input_tokens":null}""")]
    [InlineData("""{"input_tokens":"many","output_tokens":[1],"total_tokens":{},"cost":"x","input_tokens_details":7}""")]
    public void Usage_WithoutACount_HasNone(string usage)
    {
        var read = Events.Answer($$$"""{"type":"response.completed","response":{"status":"completed","usage":{{{usage}}}}}""").Usage;

        Assert.Null(read?.PromptTokens ?? read?.TotalTokens);
        Assert.Null(read?.Cost);
    }

    [Fact]
    public void Head_IsThatOfTheResponse()
    {
        var read = Events.Read(Created, """{"type":"response.completed","response":{"status":"completed","model":"a/b-dated","openrouter_metadata":{"endpoints":{"available":[{"provider":"X","selected":false},{"provider":"Acme","selected":true}]}}}}""");
        var answer = read.Snapshot(AnswerOutcome.Completed);

        Assert.Equal(("gen-1", "a/b-dated", "Acme", "default"), (answer.GenerationId, answer.Model, answer.Provider, answer.ServiceTier));
        Assert.Equal(("gen-1", "Acme"), (read.GenerationId, read.Provider));
    }

    [Fact]
    public void Content_IsSeen_OnlyWhenThereIsAny()
    {
        Assert.False(Events.Read(Created, Delta("")).HasContent);
        Assert.True(Events.Read(Created, Delta("x")).HasContent);
        Assert.True(Events.Read(Refusal("x")).HasContent);
        Assert.True(Events.Read("""{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","name":"f"}}""").HasContent);
        Assert.False(Events.Read("""{"type":"response.output_item.added","output_index":0,"item":{"type":"message","content":[]}}""").HasContent);
    }

    [Theory]
    [InlineData("""{"type":"response.later.delta","delta":"x"}""")]
    [InlineData("""{"type":"response.fusion_call.panel.delta","model":"m","delta":"x"}""")]
    [InlineData("""{"type":"response.","delta":"x"}""")]
    [InlineData("""{"type":"later","delta":"x"}""")]
    [InlineData("""{"type":null,"delta":"x"}""")]
    [InlineData("""{"delta":"x"}""")]
    [InlineData("""{"type":"response.output_text.delta","delta":"x""")]
    [InlineData("""{"type":"response.output_item.done","item":"x"}""")]
    [InlineData("""{"type":"response.output_item.done","item":{"type":7}}""")]
    [InlineData("""{"type":"response.output_item.done","item":{"type":"message","content":"x"}}""")]
    [InlineData("""{"type":"response.output_item.done","item":{"type":"message","content":[7,null,"x",[]]}}""")]
    [InlineData("""{"type":"response.output_text.annotation.added"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("nonsense")]
    public void Event_ThatIsUnknownOrDamaged_AddsNothing(string json)
        => Assert.Equal("a", Events.Answer(Created, Delta("a"), json).Text);

    [Fact]
    public void Answer_LargerThanAllowed_SaysSoAndKeepsLess()
    {
        var read = Events.ReadWithin(400, [.. Enumerable.Repeat(Delta(new string('x', 100)), 10)]);

        Assert.True(read.IsTooLarge);
        Assert.InRange(read.Snapshot(AnswerOutcome.Failed).Text.Length, 100, 400);
        Assert.InRange(read.KeptChars, 0, 400);
    }

    [Fact]
    public void Whole_ThatReplacesDeltas_CountsOnce()
    {
        var text = new string('x', 1000);
        var read = Events.ReadWithin(
            2000,
            Delta(text),
            $$"""{"type":"response.output_text.done","output_index":0,"content_index":0,"text":"{{text}}"}""",
            $$$"""{"type":"response.content_part.done","output_index":0,"content_index":0,"part":{"type":"output_text","text":"{{{text}}}"}}""",
            $$$"""{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"{{{text}}}"}]}]}}""");

        Assert.False(read.IsTooLarge);
        Assert.Equal(1000 + AnswerBudget.EntryCost, read.KeptChars);
    }

    [Fact]
    public void Indexes_WithoutEnd_AreBounded()
    {
        var read = Events.ReadWithin(5000, [.. Enumerable.Range(0, 1000).Select(static index => Delta("x", index))]);

        Assert.True(read.IsTooLarge);
        Assert.InRange(read.Snapshot(AnswerOutcome.Failed).Text.Length, 1, 100);
    }

    private static string Delta(string text, long item = 0, long part = 0)
        => new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $$"""{"type":"response.output_text.delta","item_id":"msg","output_index":{{item}},"content_index":{{part}},"delta":"{{text}}","logprobs":[]}""").ToString();

    private static string Refusal(string text) => $$"""{"type":"response.refusal.delta","output_index":0,"content_index":0,"delta":"{{text}}"}""";
}
