using OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

public sealed class TakeSuccessorCodeFixTests
{
    [Fact]
    public Task Models_BecomeTheirReplacement() => FixVerifier<ReplaceRetiredModelAnalyzer, TakeSuccessorCodeFix>.VerifyAsync(
        Sample.With("""
            const string Model = "acme/aging"; // kept
            object One(string model = [|"acme/old"|]) => _client.Chat.CreateChatCompletion(model /* kept */);
            object Two() => _client.Chat.CreateChatCompletion([|Model|]).WithModel([|"acme/old:online"|]);
            object Three(Question question) => _client.Chat.CreateChatCompletion(
                question.Model ?? [|@"acme/old"|]); // kept
            """),
        Sample.With("""
            const string Model = "acme/new"; // kept
            object One(string model = "acme/new") => _client.Chat.CreateChatCompletion(model /* kept */);
            object Two() => _client.Chat.CreateChatCompletion(Model).WithModel("acme/new:online");
            object Three(Question question) => _client.Chat.CreateChatCompletion(
                question.Model ?? "acme/new"); // kept
            """),
        TakeSuccessorCodeFix.EquivalenceKey,
        Sample.Project);

    [Theory]
    [InlineData("""object Run() => _client.Chat.CreateChatCompletion([|"acme/lone"|]);""")]
    [InlineData("""object Run() => _client.Chat.CreateChatCompletion([|"acme/" + "old"|]);""")]
    [InlineData("""public const string Model = "acme/old"; object Run() => _client.Chat.CreateChatCompletion([|Model|]);""")]
    public async Task WithoutAReplacement_OrForOthers_ItIsLeft(string members)
    {
        Assert.Empty(await FixVerifier<ReplaceRetiredModelAnalyzer, TakeSuccessorCodeFix>.OfferedAsync(Sample.With(members), Sample.Project));
    }
}
