using OpenRouter.Analyzers.Rules.OR5002_AskForJson;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5002_AskForJson;

public sealed class AskForJsonSilenceTests
{
    private const string Ask = "_client.Chat.CreateStreamingChatCompletion(\"m\").AddUserMessage(\"q\")";

    public static TheoryData<string, string> Bodies => new()
    {
        { "asked for", $"var a = await {Ask}.WithResponseFormat(ChatFormat.JsonObject).StreamAsync().CollectAsync(); Show(JsonDocument.Parse(a.Text));" },
        { "asked for on another line", $"var b = {Ask}; b.WithResponseFormat(ChatFormat.JsonObject); var a = await b.StreamAsync().CollectAsync(); Show(JsonDocument.Parse(a.Text));" },
        { "asked for in the object", "var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest { ResponseFormat = ChatFormat.JsonObject }); Show(JsonDocument.Parse(r.Choices[0].Message.Reasoning!));" },
        { "object from elsewhere", "var r = await _client.Chat.SendChatCompletionAsync(request); Show(JsonDocument.Parse(r.Choices[0].Message.Reasoning!));" },
        { "builder from elsewhere", "var r = await builder.SendAsync(); Show(JsonDocument.Parse(r.Choices[0].Message.Reasoning!));" },
        { "builder of a helper", "var r = await Make().SendAsync(); Show(JsonDocument.Parse(r.Choices[0].Message.Reasoning!));" },
        { "builder of a property", "var r = await Made.SendAsync(); Show(JsonDocument.Parse(r.Choices[0].Message.Reasoning!));" },
        { "builder handed on", $"var b = {Ask}; Keep(b); var a = await b.StreamAsync().CollectAsync(); Show(JsonDocument.Parse(a.Text));" },
        { "failure caught", $"var a = await {Ask}.StreamAsync().CollectAsync(); try {{ Show(JsonDocument.Parse(a.Text)); }} catch (JsonException) {{ Show(a.Text); }}" },
        { "tool arguments", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(JsonDocument.Parse(a.ToolCalls[0].Arguments));" },
        { "text of a file", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(a.Text); Show(JsonDocument.Parse(File.ReadAllText(\"f\")));" },
        { "answer from elsewhere", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(a.Text); Show(JsonDocument.Parse(old.Text));" },
        { "no request", "Show(JsonDocument.Parse(old.Text)); await Task.Yield();" },
        { "no parser", $"var a = await {Ask}.StreamAsync().CollectAsync(); Show(a.Text);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Json_AskedForOrUnseen_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<AskForJsonAnalyzer>.VerifyAsync(Sample.With($$"""
            ChatBuilder Made => new();
            ChatBuilder Make() => new();
            static void Keep<T>(T value) => Console.WriteLine(value);
            async Task Run(ChatRequest request, ChatBuilder builder, ChatAnswer old) { {{body}} }
            """));
    }
}
