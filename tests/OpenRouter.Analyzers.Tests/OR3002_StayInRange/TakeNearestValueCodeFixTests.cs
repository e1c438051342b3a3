using OpenRouter.Analyzers.Rules.OR3002_StayInRange;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3002_StayInRange;

public sealed class TakeNearestValueCodeFixTests
{
    [Fact]
    public Task Numbers_BecomeTheBound_InTheirType() => VerifyAsync(
        """
            void Run(ChatBuilder chat, double? heat)
            {
                chat.WithTemperature([|2.5|]).WithTopP([|-0.1|] /* low */); // kept
                chat.WithTemperature(heat
                    // or else
                    ?? [|9|]);
                chat.WithMaxTokens([|0|]).WithMaxCompletionTokens([|-3L|]);
                _ = new Settings { Penalty = [|2.5f|], Price = [|11m|], Count = [|0x0|] };
            }
        """,
        """
            void Run(ChatBuilder chat, double? heat)
            {
                chat.WithTemperature(2.0).WithTopP(0.0 /* low */); // kept
                chat.WithTemperature(heat
                    // or else
                    ?? 2);
                chat.WithMaxTokens(1).WithMaxCompletionTokens(1L);
                _ = new Settings { Penalty = 2f, Price = 10m, Count = 1 };
            }
        """);

    [Theory]
    [InlineData("""    void Run(ChatBuilder chat) => chat.WithTemperature([|Hot|]);""")]
    [InlineData("""    void Run(ChatBuilder chat) => chat.WithTemperature([|double.NaN|]);""")]
    [InlineData("""    void Run(ChatBuilder chat) => chat.WithTemperature([|1.5 * 2|]);""")]
    [InlineData("""    void Run(ChatBuilder chat) { var heat = [|3|]; chat.WithTemperature(heat); }""")]
    [InlineData("""    void Run(Settings settings) => settings.Share = [|0|];""")]
    [InlineData("""    void Run(Settings settings) => settings.Slug = [|"A"|];""")]
    [InlineData("""    void Run(Settings settings) => settings.Stops = [|[]|];""")]
    public async Task OtherConstants_AreLeft(string members)
    {
        Assert.Empty(await FixVerifier<StayInRangeAnalyzer, TakeNearestValueCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<StayInRangeAnalyzer, TakeNearestValueCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), TakeNearestValueCodeFix.EquivalenceKey);
    }
}
