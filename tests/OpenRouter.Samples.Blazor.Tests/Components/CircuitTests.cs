using BlazorChat.Answers;
using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Samples.Blazor.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Components;

/// <summary>Browsers that go away, users without a name, and users with too many tabs.</summary>
public sealed class CircuitTests
{
    private static readonly Reply Endless = Reply.Pieces([.. Enumerable.Repeat("word ", 100_000)]).WithPace(TimeSpan.FromSeconds(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_LostForGood_StopsTheAnswerAfterTheGrace()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Endless);
        var page = context.Open();
        await page.AskAsync("Go on for ever.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);
        var circuit = context.Services.GetRequiredService<CircuitStreams>();

        await circuit.OnConnectionDownAsync(null!, Token);
        context.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(page.IsIdle());
        context.Time.Advance(TimeSpan.FromSeconds(1));
        await context.AdvanceUntilAsync(page.IsIdle);

        await context.Emulator.Requests[0].Ended.WaitAsync(Token);
        Assert.True(context.Emulator.Requests[0].Aborted);
        Assert.Equal("The answer stopped early: the connection to your browser was lost.", Assert.Single(page.Notes()));
    }

    [Fact]
    public async Task Connection_BackInTime_GoesOn()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Pieces("One", " two", " three").WithPace(TimeSpan.FromSeconds(20)));
        var page = context.Open();
        await page.AskAsync("Count.");
        await context.AdvanceUntilAsync(() => page.LastAnswer() == "One", TimeSpan.FromMilliseconds(60));
        var circuit = context.Services.GetRequiredService<CircuitStreams>();

        await circuit.OnConnectionDownAsync(null!, Token);
        context.Time.Advance(TimeSpan.FromSeconds(5));
        await circuit.OnConnectionUpAsync(null!, Token);
        await context.AdvanceUntilAsync(page.IsIdle, TimeSpan.FromSeconds(1));

        Assert.Equal("One two three", page.LastAnswer());
        Assert.Empty(page.Notes());
    }

    [Fact]
    public async Task Connection_BackTooLate_CanAskAgain()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Endless, Reply.Text("Here."));
        var page = context.Open();
        await page.AskAsync("Go on for ever.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);
        var circuit = context.Services.GetRequiredService<CircuitStreams>();
        await circuit.OnConnectionDownAsync(null!, Token);
        context.Time.Advance(TimeSpan.FromSeconds(10));
        await context.AdvanceUntilAsync(page.IsIdle);

        await circuit.OnConnectionUpAsync(null!, Token);
        await page.PressAsync(".retry");
        await context.AdvanceUntilAsync(page.IsIdle);

        Assert.Equal("Here.", page.LastAnswer());
    }

    [Fact]
    public async Task Circuit_Closed_StopsTheAnswerAtOnce()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Endless);
        var page = context.Open();
        await page.AskAsync("Go on for ever.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);

        await context.Services.GetRequiredService<CircuitStreams>().OnCircuitClosedAsync(null!, Token);

        await context.Emulator.Requests[0].Ended.WaitAsync(Token);
        Assert.True(context.Emulator.Requests[0].Aborted);
    }

    [Fact]
    public async Task User_WithTooManyAnswersRunning_IsToldAndGetsThePlaceBack()
    {
        await using var context = new ChatContext(static settings => settings.MaxStreamsPerUser = 1);
        context.Emulator.Next(Endless, Reply.Text("Now."));
        var (first, second) = (context.Open(), context.Open());
        await first.AskAsync("Go on for ever.");
        await context.AdvanceUntilAsync(() => first.LastAnswer().Length > 0);

        await second.AskToTheEndAsync(context, "Me too.");
        Assert.StartsWith("You may have 1 running at a time", Assert.Single(second.Notes()), StringComparison.Ordinal);
        Assert.Single(context.Emulator.Requests);

        await first.PressAsync("#stop");
        await context.AdvanceUntilAsync(first.IsIdle);
        await second.PressAsync(".retry");
        await context.AdvanceUntilAsync(second.IsIdle);
        Assert.Equal("Now.", second.LastAnswer());
    }

    [Fact]
    public async Task User_NotSignedIn_IsRefusedByTheServiceAsWell()
    {
        await using var context = new ChatContext(isSignedIn: false);
        var page = context.Open();

        await page.AskToTheEndAsync(context, "Hello?");

        Assert.Equal("You are not signed in any more. Reload the page.", Assert.Single(page.Notes()));
        Assert.Empty(context.Emulator.Requests);
    }
}
