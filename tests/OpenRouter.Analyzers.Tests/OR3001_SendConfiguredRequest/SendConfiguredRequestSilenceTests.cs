using OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3001_SendConfiguredRequest;

public sealed class SendConfiguredRequestSilenceTests
{
    [Theory]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").AddUserMessage(text).SendAsync();""")]
    [InlineData("""await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("m").StreamAsync()) { }""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); request.AddUserMessage(text); await request.SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); if (isLong) { request.WithMaxTokens(9); } await request.AddUserMessage(text).SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); var other = request.AddUserMessage(text); await other.SendAsync();""")]
    [InlineData("""ChatBuilder request; request = _client.Chat.CreateChatCompletion("m"); var task = request.SendAsync(); await task;""")]
    [InlineData("""var body = _client.Chat.CreateChatCompletion("m").AddUserMessage(text).Build();""")]
    [InlineData("""Take(_client.Chat.CreateChatCompletion("m"));""")]
    [InlineData("""Same(_client.Chat.CreateChatCompletion("m"));""")]
    [InlineData("""_client.Chat.CreateChatCompletion("m").Politely();""")]
    [InlineData("""_kept = _client.Chat.CreateChatCompletion("m");""")]
    [InlineData("""_kept ??= _client.Chat.CreateChatCompletion("m");""")]
    [InlineData("""var all = new List<ChatBuilder> { _client.Chat.CreateChatCompletion("m") };""")]
    [InlineData("""var all = new[] { _client.Chat.CreateChatCompletion("m") };""")]
    [InlineData("""var pair = (_client.Chat.CreateChatCompletion("m"), 1);""")]
    [InlineData("""var name = _client.Chat.CreateChatCompletion("m").GetType().Name;""")]
    [InlineData("""Func<ChatBuilder> make = () => _client.Chat.CreateChatCompletion("m");""")]
    [InlineData("""Try(() => _client.Chat.CreateChatCompletion(""));""")]
    [InlineData("""TryAll(() => _client.Chat.CreateChatCompletion("").WithTemperature(9));""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); Try(() => request.SendAsync().Wait());""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); Task Later() => request.SendAsync(); await Later();""")]
    [InlineData("""given.AddUserMessage(text); pen.Note(text);""")]
    [InlineData("""Begin().AddUserMessage(text);""")]
    [InlineData("""_kept?.AddUserMessage(text);""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); var task = request?.AddUserMessage(text).SendAsync();""")]
    [InlineData("""await pen.Note(text).ReadAsync();""")]
    [InlineData("""object request = _client.Chat.CreateChatCompletion("m"); Console.Write(request);""")]
    [InlineData("""Console.Write($"{_client.Chat.CreateChatCompletion("m")}");""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    ChatBuilder Make() => _client.Chat.CreateChatCompletion("m").AddUserMessage("q");""")]
    [InlineData("""    ChatBuilder Made => _client.Chat.CreateChatCompletion("m");""")]
    [InlineData("""    IEnumerable<ChatBuilder> Both() { yield return _client.Chat.CreateChatCompletion("m"); }""")]
    [InlineData("""    static readonly Pen s_pen = new Pen().Note("n");""")]
    [InlineData("""    void Make(out ChatBuilder builder) { builder = _client.Chat.CreateChatCompletion("m"); }""")]
    public Task Members_AreSilent(string members) => VerifyAsync(Sample.With(members));

    [Fact]
    public Task TestProject_LambdaOfAnAssertion_IsSilent() => VerifyAsync(
        Sample.WithStatements("""Try(() => { var request = _client.Chat.CreateChatCompletion("m"); request.WithTemperature(9); });"""),
        TestProject.Default with { ReferencesTestFramework = true });

    private static Task VerifyAsync(string source, TestProject? project = null)
    {
        return RuleVerifier<SendConfiguredRequestAnalyzer>.VerifyAsync(source, project);
    }
}
