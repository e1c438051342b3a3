using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

public sealed class ReplaceRetiredModelTriggerTests
{
    [Theory]
    [InlineData("""_client.Chat.CreateChatCompletion([|"acme/old"|]);""")]
    [InlineData("""_client.Chat.CreateStreamingChatCompletion([|"ACME/Old"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"acme/old:nitro"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"acme/lone"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion([|"gone"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion("acme/new").WithModel([|"acme/aging"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(question.Model ?? [|"acme/old"|]);""")]
    [InlineData("""_client.Chat.CreateChatCompletion(isFast ? [|"acme/old"|] : "acme/new");""")]
    [InlineData("""var request = new ChatRequest { Model = [|"acme/old"|] };""")]
    [InlineData("""const string Model = "acme/old"; _client.Chat.CreateChatCompletion([|Model|]);""")]
    [InlineData("""var model = [|"acme/old"|]; _client.Chat.CreateChatCompletion(model);""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    object Ask(string model = [|"acme/old"|]) => _client.Chat.CreateChatCompletion(model);""")]
    [InlineData("""    string _model = "acme/old"; object Ask() => _client.Chat.CreateChatCompletion([|_model|]);""")]
    [InlineData("""    readonly ChatRequest _request = new() { Model = [|"acme/old"|] };""")]
    public Task Members_Trigger(string members) => VerifyAsync(Sample.With(members));

    [Theory]
    [InlineData("acme/old", DiagnosticSeverity.Warning, "The model 'acme/old' was retired on 2026-10-23; its replacement is 'acme/new'")]
    [InlineData("acme/aging", DiagnosticSeverity.Info, "The model 'acme/aging' is deprecated and goes on 2027-01-14; its replacement is 'acme/new'")]
    [InlineData("acme/lone", DiagnosticSeverity.Warning, "The model 'acme/lone' was retired")]
    public async Task Status_DecidesTheSeverity(string id, DiagnosticSeverity severity, string message)
    {
        var document = await RuleVerifier<ReplaceRetiredModelAnalyzer>.VerifyAsync(
            Sample.WithStatements($"_client.Chat.CreateChatCompletion([|\"{id}\"|]);"), Sample.Project);

        var finding = Assert.Single(await RuleVerifier<ReplaceRetiredModelAnalyzer>.DiagnosticsAsync(document.Project));
        Assert.Equal(severity, finding.Severity);
        Assert.Equal(message, finding.GetMessage(null));
    }

    [Fact]
    public async Task TestProject_Informs()
    {
        var project = Sample.Project with { ReferencesTestFramework = true };
        var document = await RuleVerifier<ReplaceRetiredModelAnalyzer>.VerifyAsync(
            Sample.WithStatements("""_client.Chat.CreateChatCompletion([|"acme/old"|]);"""), project);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<ReplaceRetiredModelAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
    }

    [Theory]
    [InlineData("/A/openrouter.models.txt", "/B/openrouter.models.txt")]
    [InlineData("/B/openrouter.models.txt", "/A/openrouter.models.txt")]
    public Task OwnList_ReplacesTheShippedOne(string own, string shipped) => RuleVerifier<ReplaceRetiredModelAnalyzer>.VerifyAsync(
        Sample.WithStatements("""_client.Chat.CreateChatCompletion([|"acme/mine"|]); _client.Chat.CreateChatCompletion("acme/theirs");"""),
        Sample.ProjectWith((own, "acme/mine | retired | - | -"), (shipped, ModelList.ShippedMark + " of models\nacme/theirs | retired | - | -")));

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<ReplaceRetiredModelAnalyzer>.VerifyAsync(source, Sample.Project);
    }
}
