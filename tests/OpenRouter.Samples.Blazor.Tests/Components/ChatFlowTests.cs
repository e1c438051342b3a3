using System.Text.Json;
using Bunit;
using OpenRouter.Samples.Blazor.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Components;

/// <summary>Asking, stopping, asking again: what is sent, and what stays.</summary>
public sealed class ChatFlowTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Ask_Again_SendsWhatWasSaidBefore()
    {
        await using var context = new ChatContext(static settings => settings.System = "Be brief.");
        context.Emulator.Next(Reply.Text("Hello **Bob**.").WithReasoning("He is Bob."), Reply.Text("Bob."));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "I am Bob.");
        await page.AskToTheEndAsync(context, "Who am I?");

        Assert.Equal(
            ["system: Be brief.", "user: I am Bob.", "assistant: Hello **Bob**.", "user: Who am I?"],
            Messages(context.Emulator.Requests[1]));
        Assert.True(context.Emulator.Requests[1].Body.GetProperty("messages")[2].GetProperty("reasoning_details").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Stop_WhileStreaming_ClosesTheRequestAndKeepsWhatCame()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Story.WithPace(Slow));
        var page = context.Open();
        await page.AskAsync("Tell me a story.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Contains("lighthouse", StringComparison.Ordinal));

        await page.PressAsync("#stop");
        await context.AdvanceUntilAsync(page.IsIdle);

        await context.Emulator.Requests[0].Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(context.Emulator.Requests[0].Aborted);
        Assert.StartsWith("The lighthouse", page.LastAnswer(), StringComparison.Ordinal);
        Assert.Equal("You stopped this answer.", Assert.Single(page.Notes()));
    }

    [Fact]
    public async Task Retry_AfterABreak_StartsANewAnswerWhichAloneCounts()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Pieces("Half", " an", " answer").CutAfterPieces(2), Reply.Text("A whole answer."), Reply.Text("More."));
        var page = context.Open();
        await page.AskToTheEndAsync(context, "First?");

        await page.PressAsync(".retry");
        await context.AdvanceUntilAsync(page.IsIdle);
        await page.AskToTheEndAsync(context, "Second?");

        Assert.Equal(["user: First?"], Messages(context.Emulator.Requests[1]));
        Assert.Equal(["user: First?", "assistant: A whole answer.", "user: Second?"], Messages(context.Emulator.Requests[2]));
        Assert.Contains("Half an", page.Find(".replaced").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".retry"));
    }

    [Fact]
    public async Task Ask_WhileStreaming_AsksNothing()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Story.WithPace(Slow));
        var page = context.Open();
        await page.AskAsync("Tell me a story.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);

        await page.AskAsync("Another one.");

        Assert.Single(page.FindAll(".exchange"));
        Assert.Single(context.Emulator.Requests);
        Assert.Equal("Another one.", page.Find("#question").GetAttribute("value"));
    }

    [Fact]
    public async Task NewChat_WhileStreaming_DropsWhatStillComes()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Story.WithPace(Slow), Reply.Text("New."));
        var page = context.Open();
        await page.AskAsync("Tell me a story.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);

        await page.FindAll("button").Single(static button => button.TextContent == "New chat").ClickAsync();
        await page.AskToTheEndAsync(context, "Hello?");

        Assert.Equal(["user: Hello?"], Messages(context.Emulator.Requests[1]));
        await context.Emulator.Requests[0].Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(context.Emulator.Requests[0].Aborted);
        Assert.DoesNotContain("lighthouse", page.Markup, StringComparison.Ordinal);
        Assert.Equal("New.", page.LastAnswer());
    }

    [Fact]
    public async Task Dispose_WhileStreaming_ClosesTheRequest()
    {
        await using var context = new ChatContext();
        context.Emulator.Next(Reply.Story.WithPace(Slow));
        var page = context.Open();
        await page.AskAsync("Tell me a story.");
        await context.AdvanceUntilAsync(() => page.LastAnswer().Length > 0);

        await context.DisposeComponentsAsync();

        await context.Emulator.Requests[0].Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(context.Emulator.Requests[0].Aborted);
    }

    [Fact]
    public async Task Chat_TooLong_ForgetsItsBeginningAndSaysSo()
    {
        await using var context = new ChatContext(static settings => settings.MaxExchanges = 2);
        context.Emulator.Next(Reply.Text("One."), Reply.Text("Two."), Reply.Text("Three."));
        var page = context.Open();

        await page.AskToTheEndAsync(context, "1?");
        await page.AskToTheEndAsync(context, "2?");
        await page.AskToTheEndAsync(context, "3?");

        Assert.Equal(["user: 2?", "assistant: Two.", "user: 3?"], Messages(context.Emulator.Requests[2]));
        Assert.Equal(2, page.FindAll(".exchange").Count);
        Assert.StartsWith("The chat grew too long", Assert.Single(page.Notes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_PreRendered_AsksNothing()
    {
        await using var context = new ChatContext(isInteractive: false);
        var page = context.Open();

        Assert.True(page.Find("#question").HasAttribute("disabled"));
        Assert.True(page.Find("#send").HasAttribute("disabled"));
        Assert.Empty(context.Emulator.Requests);
    }

    private static IEnumerable<string> Messages(EmulatedRequest request) => request.Body.GetProperty("messages").EnumerateArray().Select(static message
        => $"{message.GetProperty("role").GetString()}: {(message.GetProperty("content") is { ValueKind: JsonValueKind.String } text ? text.GetString() : message.GetProperty("content").GetRawText())}");
}
