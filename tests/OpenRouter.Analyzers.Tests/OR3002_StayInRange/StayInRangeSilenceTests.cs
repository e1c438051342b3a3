using OpenRouter.Analyzers.Rules.OR3002_StayInRange;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3002_StayInRange;

public sealed class StayInRangeSilenceTests
{
    [Theory]
    [InlineData("""chat.WithTemperature(0); chat.WithTemperature(2); chat.WithTemperature(0.7);""")]
    [InlineData("""chat.WithMaxTokens(1); chat.WithMaxTokens(long.MaxValue); chat.WithMaxTokens('a');""")]
    [InlineData("""chat.WithTemperature(heat ?? 1); chat.WithTemperature(heat!.Value);""")]
    [InlineData("""chat.WithTemperature(Math.Clamp(3, 0, 2));""")]
    [InlineData("""chat.WithMaxTokens(Read());""")]
    [InlineData("""var count = 0; count += args.Length; chat.WithMaxTokens(count);""")]
    [InlineData("""var count = 0; if (isHot) { count = 5; } if (count > 0) { chat.WithMaxTokens(count); }""")]
    [InlineData("""for (var i = 0; i < 3; i++) { chat.WithMaxTokens(i); }""")]
    [InlineData("""var count = 0; int.TryParse(args[0], out count); chat.WithMaxTokens(count);""")]
    [InlineData("""void Ask(int maxTokens = 0) { if (maxTokens > 0) { chat.WithMaxTokens(maxTokens); } } Ask();""")]
    [InlineData("""var request = new ChatRequest { Temperature = null, Messages = null, SessionId = null };""")]
    [InlineData("""var other = copied with { Temperature = 2 };""")]
    [InlineData("""var settings = new Settings { Share = 0.5, Penalty = -2, Price = 10m };""")]
    [InlineData("""var settings = new Settings { Stops = ["a", .. args] };""")]
    [InlineData("""var settings = new Settings { Stops = args };""")]
    [InlineData("""var settings = new Settings { Stops = new string[args.Length] };""")]
    [InlineData("""var settings = new Settings { Stops = new[] { "a" } };""")]
    [InlineData("""var request = new ChatRequest { Messages = new List<string> { "a" } };""")]
    [InlineData("""var request = new ChatRequest { Messages = new List<string>(args) };""")]
    [InlineData("""var settings = new Settings { Code = "abc", Slug = "a-slug-1" };""")]
    [InlineData("""var settings = new Settings { Code = "a😀😀" };""")]
    [InlineData("""var settings = new Settings { Code = args[0], Slug = $"A {args[0]}" };""")]
    [InlineData("""var settings = new Settings { Odd = "anything" };""")]
    [InlineData("""var settings = new Settings { Slow = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" };""")]
    [InlineData("""var settings = new Settings { Either = "a long text", Number = 7 };""")]
    [InlineData("""var temperature = 2.5; Console.Write(temperature);""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    int _count = 0; void Run(ChatBuilder chat) { if (_count > 0) { chat.WithMaxTokens(_count); } }""")]
    [InlineData("""    void Run(ChatBuilder chat, double heat = 9) => chat.WithTemperature(heat);""")]
    [InlineData("""    double Heat => 9; void Run(ChatBuilder chat) => chat.WithTemperature(Heat);""")]
    public Task Members_AreSilent(string members) => VerifyAsync(Sample.With(members));

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<StayInRangeAnalyzer>.VerifyAsync(source);
    }
}
