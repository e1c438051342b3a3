using OpenRouter.Analyzers.Rules.OR5002_AskForJson;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5002_AskForJson;

public sealed class AskForJsonCodeFixTests
{
    [Fact]
    public Task Requests_AskForJson() => VerifyAsync(
        """
            async Task Run()
            {
                var answer = await _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q").StreamAsync().CollectAsync(); // kept
                Show(JsonDocument.[|Parse|](answer.Text));
            }

            async Task Run(string question)
            {
                var result = await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // the question
                    .SendAsync();
                Show(JsonNode.[|Parse|](result.Choices[0].Message.Reasoning!));
                Show(JsonDocument.[|Parse|](result.Choices[0].Message.Reasoning!));
            }
        """,
        """
            async Task Run()
            {
                var answer = await _client.Chat.CreateStreamingChatCompletion("m").AddUserMessage("q").WithResponseFormat(ChatFormat.JsonObject).StreamAsync().CollectAsync(); // kept
                Show(JsonDocument.Parse(answer.Text));
            }

            async Task Run(string question)
            {
                var result = await _client.Chat.CreateChatCompletion("m")
                    .AddUserMessage(question) // the question
                    .WithResponseFormat(ChatFormat.JsonObject)
                    .SendAsync();
                Show(JsonNode.Parse(result.Choices[0].Message.Reasoning!));
                Show(JsonDocument.Parse(result.Choices[0].Message.Reasoning!));
            }
        """);

    [Fact]
    public Task Builder_InALocal_IsGivenTheStep() => VerifyAsync(
        """
            async Task Run()
            {
                var ask = new ChatBuilder();
                Show(JsonDocument.[|Parse|]((await ask.SendAsync()).Choices[0].Message.Reasoning!));
            }
        """,
        """
            async Task Run()
            {
                var ask = new ChatBuilder();
                Show(JsonDocument.Parse((await ask.WithResponseFormat(ChatFormat.JsonObject).SendAsync()).Choices[0].Message.Reasoning!));
            }
        """);

    [Theory]
    [InlineData("var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest()); Show(JsonDocument.[|Parse|](r.Choices[0].Message.Reasoning!));")]
    [InlineData("var l = await new PostOffice(\"\").Take(\"w\").FinishAsync(); Show(JsonDocument.[|Parse|](l.Words));")]
    [InlineData("var a = await new ChatBuilder().SendAsync(); var b = await new ChatBuilder().SendAsync(); Show(a); Show(JsonDocument.[|Parse|](b.Choices[0].Message.Reasoning!));")]
    public async Task Request_ThatCannotBeToldOrAsked_IsNotOffered(string body)
    {
        Assert.Empty(await FixVerifier<AskForJsonAnalyzer, AskForJsonCodeFix>.OfferedAsync(Sample.With("async Task Run() { " + body + " }")));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<AskForJsonAnalyzer, AskForJsonCodeFix>.VerifyAsync(Sample.With(members), Sample.With(expected), AskForJsonCodeFix.EquivalenceKey);
    }
}
