using OpenRouter.Analyzers.Rules.OR3002_StayInRange;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3002_StayInRange;

public sealed class StayInRangeTriggerTests
{
    [Theory]
    [InlineData("""chat.WithTemperature([|2.5|]);""")]
    [InlineData("""chat.WithTemperature([|-1|]);""")]
    [InlineData("""chat.WithTemperature([|Hot|]);""")]
    [InlineData("""chat.WithTemperature([|1.5 + 1|]);""")]
    [InlineData("""chat.WithTemperature([|double.NaN|]);""")]
    [InlineData("""chat.WithTemperature([|double.PositiveInfinity|]);""")]
    [InlineData("""chat.WithMaxTokens([|0|]);""")]
    [InlineData("""chat.WithMaxTokens(maxTokens: [|-5L|]);""")]
    [InlineData("""chat.WithTemperature(heat ?? [|3|]);""")]
    [InlineData("""chat.WithTemperature(isHot ? [|20|] : 1);""")]
    [InlineData("""chat.WithTopP(args.Length switch { 0 => 0.5, _ => [|70|] });""")]
    [InlineData("""var heat2 = [|7.0|]; chat.WithTemperature(heat2);""")]
    [InlineData("""const double Heat = 7; chat.WithTemperature([|Heat|]);""")]
    [InlineData("""pen.WithPages([|101|]);""")]
    [InlineData("""var request = new ChatRequest { Temperature = [|2.01|] };""")]
    [InlineData("""var other = copied with { Temperature = [|9|] };""")]
    [InlineData("""var settings = new Settings(); settings.Share = [|0|]; settings.Share = [|1.0|]; settings.Share = 0.5;""")]
    [InlineData("""var settings = new Settings { Penalty = [|-2.5f|], Price = [|10.01m|], Count = [|0x0|] };""")]
    [InlineData("""var settings = new Settings { Code = [|"x"|] }; settings.Code = [|"four"|]; settings.Code ??= [|""|];""")]
    [InlineData("""var settings = new Settings { Stops = [|new string[0]|] };""")]
    [InlineData("""var settings = new Settings { Stops = [|[]|] };""")]
    [InlineData("""var settings = new Settings { Stops = [|["a", "b", "c", "d", "e"]|] };""")]
    [InlineData("""var settings = new Settings { Stops = [|new[] { "a", "b", "c", "d", "e" }|] };""")]
    [InlineData("""var request = new ChatRequest { Messages = [|new List<string>()|] };""")]
    [InlineData("""var request = new ChatRequest { Messages = [|Array.Empty<string>()|] };""")]
    [InlineData("""var settings = new Settings { Slug = [|"Not a slug"|] };""")]
    [InlineData("""chat.WithUser([|"Me1"|]);""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task LongText_Triggers() => VerifyAsync(Sample.WithStatements("chat.WithSessionId([|\"" + new string('s', 257) + "\"|]);"));

    [Theory]
    [InlineData("chat.WithTemperature([|2.5|]);", "The value of 'temperature' is 2.5, but has to be at least 0 and at most 2")]
    [InlineData("chat.WithMaxTokens([|0|]);", "The value of 'maxTokens' is 0, but has to be at least 1")]
    [InlineData("new Settings { Share = [|1|] }.ToString();", "The value of 'Share' is 1, but has to be more than 0 and less than 1")]
    [InlineData("chat.WithTemperature([|double.NaN|]);", "The value of 'temperature' is no number that JSON can carry")]
    [InlineData("new Settings { Code = [|\"x\"|] }.ToString();", "The value of 'Code' has 1 character, but has to have at least 2")]
    [InlineData("chat.WithUser([|\"Me1\"|]);", "The value of 'user' does not match the pattern '^[a-z]+$'")]
    public async Task Message_SaysWhatIsAccepted(string statement, string message)
    {
        var document = await RuleVerifier<StayInRangeAnalyzer>.VerifyAsync(Sample.WithStatements(statement));

        Assert.Equal(message, Assert.Single(await RuleVerifier<StayInRangeAnalyzer>.DiagnosticsAsync(document.Project)).GetMessage(null));
    }

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<StayInRangeAnalyzer>.VerifyAsync(source);
    }
}
