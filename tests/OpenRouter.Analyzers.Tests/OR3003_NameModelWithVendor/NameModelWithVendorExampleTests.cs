using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

/// <summary>Requests as programs of four kinds begin them: each names a model of one vendor only.</summary>
public sealed class NameModelWithVendorExampleTests
{
    [Fact]
    public Task Console_Triggers() => VerifyAsync("""
        public async Task StreamToConsoleAsync(string prompt)
        {
            var streamingRequest = _client.Chat
                .CreateStreamingChatCompletion([|"gpt-3.5-turbo"|])
                .AddUserMessage(prompt)
                .WithTemperature(0.7);
            await streamingRequest.StreamAsync().CollectAsync();
        }
        """);

    [Fact]
    public Task ConsoleWithProgress_Triggers() => VerifyAsync("""
        public async Task StreamWithProgressAsync(string prompt, string model = [|"gpt-3.5-turbo"|])
        {
            Console.WriteLine($"Model: {model}");
            try
            {
                await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion(model).AddUserMessage(prompt).StreamAsync()) { }
            }
            catch (Exception ex)
            {
                Console.WriteLine(ex.Message);
            }
        }
        """);

    [Fact]
    public Task Controller_Triggers() => VerifyAsync("""
        public async Task StreamChatCompletion(Question request)
        {
            var streamingRequest = _client.Chat
                .CreateStreamingChatCompletion(request.Model ?? [|"gpt-3.5-turbo"|])
                .AddUserMessage(request.Text);
            await streamingRequest.StreamAsync().CollectAsync();
        }
        """);

    [Fact]
    public Task Page_Triggers() => VerifyAsync("""
        private string selectedModel = "gpt-3.5-turbo";
        private CancellationTokenSource? source;
        private void Select(string model) { selectedModel = model; }
        private async Task SendMessageAsync()
        {
            source = new CancellationTokenSource();
            var streamingRequest = _client.Chat.CreateStreamingChatCompletion([|selectedModel|]).AddUserMessage("hello");
            await foreach (var chunk in streamingRequest.StreamAsync(source.Token)) { }
        }
        """);

    private static Task VerifyAsync(string members)
    {
        return RuleVerifier<NameModelWithVendorAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
