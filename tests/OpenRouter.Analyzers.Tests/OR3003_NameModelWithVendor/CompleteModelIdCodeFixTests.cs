using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

public sealed class CompleteModelIdCodeFixTests
{
    [Fact]
    public Task Names_BecomeIds() => VerifyAsync(
        """
            void Run(Question question, bool isFast)
            {
                _client.Chat.CreateChatCompletion(/* cheap */ [|"gpt-3.5-turbo"|] /* and old */); // kept
                _client.Chat.CreateChatCompletion(question.Model
                    // or else
                    ?? [|"GPT-4o:online"|]);
                _client.Chat.CreateChatCompletion(isFast ? [|"claude-haiku-4-5"|] : [|@"auto"|]);
                _client.Chat.CreateChatCompletion([|"  openai/o3 "|]).WithModel([|"gemini-2.5-pro"|]);
                _ = new ChatRequest { Model = [|"deepseek-chat"|], User = "gpt" };
            }
        """,
        """
            void Run(Question question, bool isFast)
            {
                _client.Chat.CreateChatCompletion(/* cheap */ "openai/gpt-3.5-turbo" /* and old */); // kept
                _client.Chat.CreateChatCompletion(question.Model
                    // or else
                    ?? "openai/gpt-4o:online");
                _client.Chat.CreateChatCompletion(isFast ? "anthropic/claude-haiku-4.5" : "openrouter/auto");
                _client.Chat.CreateChatCompletion("openai/o3").WithModel("google/gemini-2.5-pro");
                _ = new ChatRequest { Model = "deepseek/deepseek-chat", User = "gpt" };
            }
        """);

    [Fact]
    public Task ConstantsAndDefaults_AreChangedWhereTheyAreWritten() => VerifyAsync(
        """
            const string Model = "gpt-4o"; // the usual one
            string _chosen = "o1";
            object Chosen() => _client.Chat.CreateChatCompletion([|_chosen|]);
            object One(string model = [|"o3"|]) => _client.Chat.CreateChatCompletion(model);
            object Two() => _client.Chat.CreateChatCompletion([|Model|]);
            object Three() => _client.Chat.CreateChatCompletion([|Sample.Model|]);
            object Four() { const string Local = "gpt-4"; return _client.Chat.CreateChatCompletion([|Local|]); }
        """,
        """
            const string Model = "openai/gpt-4o"; // the usual one
            string _chosen = "openai/o1";
            object Chosen() => _client.Chat.CreateChatCompletion(_chosen);
            object One(string model = "openai/o3") => _client.Chat.CreateChatCompletion(model);
            object Two() => _client.Chat.CreateChatCompletion(Model);
            object Three() => _client.Chat.CreateChatCompletion(Sample.Model);
            object Four() { const string Local = "openai/gpt-4"; return _client.Chat.CreateChatCompletion(Local); }
        """);

    [Theory]
    [InlineData("""object Run() => _client.Chat.CreateChatCompletion([|"some-model"|]);""")]
    [InlineData("""object Run() => _client.Chat.CreateChatCompletion([|"gpt-" + "4o"|]);""")]
    [InlineData("""internal const string Model = "gpt-4o"; object Run() => _client.Chat.CreateChatCompletion([|Model|]);""")]
    [InlineData("""const string Model = "gpt-" + "4o"; object Run() => _client.Chat.CreateChatCompletion([|Model|]);""")]
    public async Task UnknownNamesAndSharedConstants_AreLeft(string members)
    {
        Assert.Empty(await FixVerifier<NameModelWithVendorAnalyzer, CompleteModelIdCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<NameModelWithVendorAnalyzer, CompleteModelIdCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), CompleteModelIdCodeFix.EquivalenceKey);
    }
}
