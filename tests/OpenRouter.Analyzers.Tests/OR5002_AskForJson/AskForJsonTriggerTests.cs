using OpenRouter.Analyzers.Rules.OR5002_AskForJson;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5002_AskForJson;

public sealed class AskForJsonTriggerTests
{
    private const string Ask = "_client.Chat.CreateStreamingChatCompletion(\"m\").AddUserMessage(\"q\")";
    private const string Say = "_client.Chat.CreateChatCompletion(\"m\").AddUserMessage(\"q\")";

    public static TheoryData<string, string> Bodies => new()
    {
        { "collected", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(JsonDocument.[|Parse|](a.Text));" },
        { "in one", $"Show(JsonNode.[|Parse|]((await {Ask}.StreamAsync().CollectAsync()).Text));" },
        { "serializer", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(JsonSerializer.[|Deserialize|]<int[]>(a.Text));" },
        { "freed of its fence", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(JsonSerializer.[|Deserialize|]<int[]>(a.Text.Trim('`').Replace(\"json\", \"\")));" },
        { "through a local", $"var a = await {Ask}.StreamAsync().CollectAsync(); var text = a.Text.Trim(); Show(JsonDocument.[|Parse|](text));" },
        { "accumulated", $"var b = new StringBuilder(); await foreach (var c in {Ask}.StreamAsync()) b.Append(c.Choices?[0].Delta?.Content); Show(JsonDocument.[|Parse|](b.ToString()));" },
        { "unstreamed", $"var r = await {Say}.SendAsync(); Show(JsonDocument.[|Parse|](r.Choices[0].Message.Reasoning!));" },
        { "builder in a local", $"var b = {Say}; b.AddUserMessage(\"as JSON\"); var r = await b.SendAsync(); Show(JsonDocument.[|Parse|](r.Choices[0].Message.Content!.ToString()!));" },
        { "new builder", "var r = await new ChatBuilder().SendAsync(); Show(JsonDocument.[|Parse|](r.Choices[0].Message.Reasoning!));" },
        { "request object", "var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest { Model = \"m\" }); Show(JsonDocument.[|Parse|](r.Choices[0].Message.Reasoning!));" },
        { "another failure caught", $"var a = await {Ask}.StreamAsync().CollectAsync(); try {{ Show(JsonDocument.[|Parse|](a.Text)); }} catch (IOException) {{ }}" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Text_ParsedUnasked_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<AskForJsonAnalyzer>.VerifyAsync(Sample.With("async Task Run() { " + body + " }"));
    }
}
