using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>The ten unions of the document that neither a discriminator nor one tag settles, case by case.</summary>
public sealed class SpecialUnionTests
{
    [Theory]
    // Twenty-eight tools by their tag, and a catch-all for any other.
    [InlineData("AdditionalToolsItemToolsItem", """{"type":"function","name":"f","parameters":null,"defer_loading":true}""", "AdditionalToolsItemToolsItemFunction")]
    [InlineData("AdditionalToolsItemToolsItem", """{"type":"apply_patch"}""", "ApplyPatchServerTool")]
    [InlineData("AdditionalToolsItemToolsItem", """{"type":"telepathy","range":7}""", "AdditionalToolsItemToolsItemObject")]
    // Three tagged iterations and one for what comes next.
    [InlineData("AnthropicUsageIteration", """{"type":"compaction","input_tokens":1,"output_tokens":2}""", "AnthropicCompactionUsageIteration")]
    [InlineData("AnthropicUsageIteration", """{"type":"message","input_tokens":1,"output_tokens":2}""", "AnthropicMessageUsageIteration")]
    [InlineData("AnthropicUsageIteration", """{"type":"advisor_message","input_tokens":1,"output_tokens":2,"model":"m"}""", "AnthropicAdvisorMessageUsageIteration")]
    [InlineData("AnthropicUsageIteration", """{"type":"later","input_tokens":1,"output_tokens":2}""", "AnthropicUnknownUsageIteration")]
    // A tag with two values, an absent tag that means "custom", and a catch-all.
    [InlineData("MessagesRequestToolsItem", """{"name":"f","input_schema":{"type":"object"}}""", "MessagesRequestToolsItemCustom")]
    [InlineData("MessagesRequestToolsItem", """{"type":"custom","name":"f","input_schema":{"type":"object"}}""", "MessagesRequestToolsItemCustom")]
    [InlineData("MessagesRequestToolsItem", """{"type":"tool_search_tool_bm25","name":"tool_search_tool_bm25"}""", "AnthropicToolSearchToolBm25")]
    [InlineData("MessagesRequestToolsItem", """{"type":"tool_search_tool_bm25_20251119","name":"tool_search_tool_bm25"}""", "AnthropicToolSearchToolBm25")]
    [InlineData("MessagesRequestToolsItem", """{"type":"web_search_20991231","name":"web_search"}""", "MessagesRequestToolsItemObject")]
    // Words, one tagged object, and any other object.
    [InlineData("ChatToolChoice", "\"auto\"", "ChatToolChoiceName")]
    [InlineData("ChatToolChoice", "\"whenever\"", "ChatToolChoiceName")]
    [InlineData("ChatToolChoice", """{"type":"function","function":{"name":"f"}}""", "ChatNamedToolChoice")]
    [InlineData("ChatToolChoice", """{"type":"openrouter:web_search"}""", "ChatServerToolChoice")]
    // Fifty items of which some share their tag: the one whose required members are there.
    [InlineData("InputsItem", """{"role":"user","content":"hi"}""", "EasyInputMessage")]
    [InlineData("InputsItem", """{"type":"message","role":"assistant","content":"hi"}""", "EasyInputMessage")]
    [InlineData("InputsItem", """{"type":"message","role":"user","content":[],"id":"m1"}""", "InputMessageItem")]
    [InlineData("InputsItem", """{"type":"message","role":"assistant","content":[],"id":"m1","status":"completed"}""", "InputsItemMessage")]
    [InlineData("InputsItem", """{"type":"function_call","call_id":"c","name":"f","arguments":"{}","id":"1"}""", "FunctionCallItem")]
    [InlineData("InputsItem", """{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}""", "OutputFunctionCallItem")]
    [InlineData("InputsItem", """{"type":"reasoning","id":"r","summary":[]}""", "ReasoningItem")]
    [InlineData("InputsItem", """{"type":"item_reference","id":"r"}""", "ItemReferenceItem")]
    [InlineData("InputsItem", """{"type":"hologram","id":"r"}""", "JsonElement")]
    // Three messages: by role, then by id.
    [InlineData("BaseInputsItem", """{"role":"user","content":"hi"}""", "BaseInputsItemMessage")]
    [InlineData("BaseInputsItem", """{"type":"message","role":"system","content":[],"id":"m1"}""", "OpenAIResponseInputMessageItem")]
    [InlineData("BaseInputsItem", """{"type":"message","role":"assistant","content":[],"id":"m1"}""", "OutputMessage")]
    [InlineData("BaseInputsItem", """{"type":"message","role":"assistant","content":"hi"}""", "BaseInputsItemMessage")]
    // An inline copy of a component is that component.
    [InlineData("MessagesContentBlockStartEventContentBlock", """{"type":"compaction","content":null}""", "AnthropicCompactionBlock")]
    [InlineData("MessagesContentBlockStartEventContentBlock", """{"type":"text","text":"","citations":null}""", "AnthropicTextBlock")]
    // No tag at all.
    [InlineData("GenerationContentDataInput", """{"prompt":"p"}""", "GenerationContentDataInputObject")]
    [InlineData("GenerationContentDataInput", """{"messages":[]}""", "GenerationContentDataInputObject2")]
    [InlineData("GenerationContentDataInput", """{"neither":1}""", "JsonElement")]
    // One source twice: the members that only one of the two requires.
    [InlineData("UnifiedBenchmarksResponseDataItem", """{"source":"design-arena"}""", "UnifiedBenchmarksDAItem")]
    [InlineData("UnifiedBenchmarksResponseDataItem", """{"source":"openrouter","benchmark_type":"search_hle","primary_metric":"m","primary_score":0.5,"avg_latency_per_task_ms":9,"search_engine":"e","search_surface":"s","total_tasks":3}""", "UnifiedBenchmarksSearchItem")]
    [InlineData("UnifiedBenchmarksResponseDataItem", """{"source":"openrouter","benchmark_type":"gpqa_diamond","accuracy":0.5,"accuracy_stddev":0.1,"total_tasks":3}""", "UnifiedBenchmarksORItem")]
    [InlineData("UnifiedBenchmarksResponseDataItem", """{"source":"nobody"}""", "JsonElement")]
    // Lists by their first item.
    [InlineData("CreateEmbeddingsRequestInput", "\"text\"", "String")]
    [InlineData("CreateEmbeddingsRequestInput", """["a","b"]""", "List<String>")]
    [InlineData("CreateEmbeddingsRequestInput", "[1,2]", "List<Double>")]
    [InlineData("CreateEmbeddingsRequestInput", "[[1,2],[3]]", "List<IReadOnlyList<Double>>")]
    [InlineData("CreateEmbeddingsRequestInput", """[{"content":[]}]""", "List<CreateEmbeddingsRequestInputItem>")]
    [InlineData("CreateEmbeddingsRequestInput", "[]", "List<String>")]
    public void Case_IsTheOneThatIsMeant_AndComesBack(string union, string json, string expected)
    {
        var api = WholeApi.Of("ours");

        Assert.Equal(expected, NameOf(api.CaseOf(union, json).GetType()));
        Assert.Null(JsonDifference.Of(json, api.RoundTrip(union, json)));
    }

    [Fact]
    public void Case_GivesItsMembers()
    {
        var api = WholeApi.Of("ours");

        var call = api.CaseOf("InputsItem", """{"type":"function_call","call_id":"c","name":"f","arguments":"{}","id":"1"}""");

        Assert.Equal("f", LiveClient.Get(call, "Name"));
        Assert.Equal("{}", LiveClient.Get(call, "Arguments"));
        Assert.Equal("function_call", LiveClient.Get(call, "Type"));
    }

    /// <summary>Whichever list holds the items, it is a list of them.</summary>
    private static string NameOf(Type type) => type.GetInterfaces().Append(type).FirstOrDefault(static face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) is { } list
        ? $"List<{ItemOf(list.GetGenericArguments()[0])}>"
        : type.Name;

    private static string ItemOf(Type type) => type.IsGenericType ? $"IReadOnlyList<{ItemOf(type.GetGenericArguments()[0])}>" : type.Name;
}
