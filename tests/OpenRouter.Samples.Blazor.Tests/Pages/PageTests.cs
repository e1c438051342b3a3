using Microsoft.Playwright;
using OpenRouter.Samples.Blazor.Tests.Support;

namespace OpenRouter.Samples.Blazor.Tests.Pages;

/// <summary>The program in a browser, against an upstream that the test plays.</summary>
public sealed class PageTests(Support.Browser browser)
{
    /// <summary>Until the upstream of a closed page is closed as well: a second, and what a busy machine adds.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Chat_InTheBrowser_StreamsStopsAndRetries()
    {
        await using var upstream = await Upstream.StartAsync();
        using var chat = await RunningChat.StartAsync(upstream.Address);
        await using var visitor = await browser.VisitAsync(chat.Address);
        await visitor.SignInAsync();

        // It streams: the first piece is seen before the second is sent.
        await visitor.AskAsync("Tell me a story.");
        var first = await upstream.NextAsync();
        await first.SayAsync("Once **upon** ");
        await visitor.SeeAsync(visitor.LastAnswer.Locator("strong"), "upon");
        await first.SayAsync("a time.");
        await first.EndAsync();
        await visitor.SeeEndAsync();
        await visitor.SeeAsync(visitor.LastAnswer, "12 tokens in, 34 out · $0.00012 · Acme · acme/one");
        Assert.Equal("", await visitor.Question.InputValueAsync());

        // It stops, and the upstream sees it.
        await visitor.AskAsync("Another one.");
        var second = await upstream.NextAsync();
        Assert.Equal(3, second.Body.GetProperty("messages").GetArrayLength());
        await second.SayAsync("There was");
        await visitor.SeeAsync(visitor.LastAnswer, "There was");
        await visitor.PictureAsync("streaming");
        await visitor.Page.Locator("#stop").ClickAsync();
        await second.SeeClosedAsync(Soon);
        await visitor.SeeAsync(visitor.LastAnswer, "You stopped this answer.");
        await visitor.SeeQuestionFocusedAsync();

        // It breaks off, says so, and begins anew.
        await visitor.Page.Locator(".retry").ClickAsync();
        var third = await upstream.NextAsync();
        await third.SayAsync("There was a");
        await visitor.SeeAsync(visitor.LastAnswer, "There was a");
        third.Break();
        await visitor.SeeAsync(visitor.LastAnswer, "The answer stopped early: the connection broke off.");
        await visitor.PictureAsync("interrupted");
        await visitor.CheckAccessibilityAsync();
        await visitor.Page.Locator(".retry").ClickAsync();
        var fourth = await upstream.NextAsync();
        await fourth.SayAsync("There was a cat.");
        await fourth.EndAsync();
        await visitor.SeeAsync(visitor.LastAnswer, "There was a cat.");
        await visitor.SeeEndAsync();

        Assert.Empty(visitor.Complaints);
        Assert.DoesNotContain(Upstream.Key, chat.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Upstream.Key, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>Browsers are sent differences: what grew letter by letter must be what a page that was rendered at once would be.</summary>
    [Fact]
    public async Task Answer_ThatGrew_IsTheAnswerThatCameAtOnce()
    {
        await using var upstream = await Upstream.StartAsync();
        using var chat = await RunningChat.StartAsync(upstream.Address);
        await using var visitor = await browser.VisitAsync(chat.Address);
        await visitor.SignInAsync();

        await visitor.AskAsync("Slowly?");
        var slow = await upstream.NextAsync();
        foreach (var piece in Formatting.GrowingTextTests.Document.Chunk(4))
        {
            await slow.SayAsync(new string(piece));
            // The pace of a model: enough for most pieces to be rendered by themselves.
            await Task.Delay(40, TestContext.Current.CancellationToken);
        }

        await slow.EndAsync();
        await visitor.SeeEndAsync();
        var grown = await visitor.LastAnswerMarkupAsync();
        await visitor.AskAsync("At once?");
        var quick = await upstream.NextAsync();
        await quick.SayAsync(Formatting.GrowingTextTests.Document);
        await quick.EndAsync();
        await visitor.SeeAsync(visitor.LastAnswer, "12 tokens in");

        Assert.Contains("<td>1</td>", grown, StringComparison.Ordinal);
        Assert.Equal(await visitor.LastAnswerMarkupAsync(), grown);
    }

    [Fact]
    public async Task Page_ClosedWhileStreaming_ClosesTheUpstream()
    {
        await using var upstream = await Upstream.StartAsync();
        using var chat = await RunningChat.StartAsync(upstream.Address);
        await using var visitor = await browser.VisitAsync(chat.Address);
        await visitor.SignInAsync();
        await visitor.AskAsync("Tell me a story.");
        var call = await upstream.NextAsync();
        await call.SayAsync("Once upon");
        await visitor.SeeAsync(visitor.LastAnswer, "Once upon");

        await visitor.Page.CloseAsync();

        await call.SeeClosedAsync(Soon);
    }

    [Fact]
    public async Task Tabs_OfOneUser_HaveChatsOfTheirOwnAndOneLimit()
    {
        await using var upstream = await Upstream.StartAsync();
        using var chat = await RunningChat.StartAsync(upstream.Address, settings: new Dictionary<string, string> { ["Chat__MaxStreamsPerUser"] = "1" });
        await using var visitor = await browser.VisitAsync(chat.Address);
        await visitor.SignInAsync();
        await visitor.AskAsync("First tab?");
        var call = await upstream.NextAsync();
        await call.SayAsync("In the first tab.");
        await visitor.SeeAsync(visitor.LastAnswer, "In the first tab.");

        var tab = await visitor.OpenTabAsync();
        Assert.DoesNotContain("First tab?", await tab.ContentAsync(), StringComparison.Ordinal);
        await tab.Locator("#question").FillAsync("Second tab?");
        await tab.Locator("#send").ClickAsync();
        await visitor.SeeAsync(tab.Locator(".note"), "You may have 1 running at a time");

        await call.EndAsync();
        await visitor.SeeEndAsync();
        await tab.Locator(".retry").ClickAsync();
        var other = await upstream.NextAsync();
        Assert.Equal(1, other.Body.GetProperty("messages").GetArrayLength());
        await other.SayAsync("In the second tab.");
        await other.EndAsync();
        await visitor.SeeAsync(tab.Locator(".exchange:last-child > .answer:not(.replaced)"), "In the second tab.");
        Assert.DoesNotContain("In the second tab.", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutAKey_SaysSoAndPassesTheAudit()
    {
        using var chat = await RunningChat.StartAsync();
        await using var visitor = await browser.VisitAsync(chat.Address);
        await visitor.Page.GotoAsync("/");
        await visitor.PictureAsync("sign-in");
        await visitor.CheckAccessibilityAsync();
        await visitor.SignInAsync();
        await visitor.SeeAsync(visitor.Page.Locator(".banner"), "No key is set, so an emulator inside this program answers.");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight === innerHeight"), "The empty page scrolls.");
        await visitor.PictureAsync("empty");
        await visitor.CheckAccessibilityAsync();

        await visitor.AskAsync("What does this page show?");
        await visitor.SeeAsync(visitor.LastAnswer, "What this page shows");
        await visitor.CheckAccessibilityAsync();
        await visitor.SeeEndAsync();
        await visitor.SeeAsync(visitor.LastAnswer.Locator("pre code"), "gathered.Add(chunk);");
        Assert.Equal(0, await visitor.LastAnswer.Locator("b").CountAsync());
        // What grew and was settled is the same element still, with its class.
        Assert.Equal("What this page shows", await visitor.LastAnswer.Locator("> .markdown:not(.growing) > h3").TextContentAsync());
        Assert.Equal("token by token", await visitor.LastAnswer.Locator("> .markdown:not(.growing) > p > code").TextContentAsync());
        Assert.Equal(0, await visitor.LastAnswer.Locator("> div:not(.markdown)").CountAsync());
        await visitor.PictureAsync("answer");
        await visitor.CheckAccessibilityAsync();
        await visitor.AskAsync("Be too long, please.");
        await visitor.SeeAsync(visitor.LastAnswer, "it reached the limit of tokens");
        await visitor.PictureAsync("truncated");
        await visitor.CheckAccessibilityAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1100, ColorScheme.Dark)]
    public async Task Page_NarrowOrDark_FitsAndPassesTheAudit(int width, ColorScheme scheme)
    {
        using var chat = await RunningChat.StartAsync();
        await using var visitor = await browser.VisitAsync(chat.Address, width, 740, scheme);
        await visitor.SignInAsync();
        await visitor.AskAsync("What does this page show, with a_very_long_word_that_has_no_place_to_break_in_a_narrow_window_of_a_telephone?");
        await visitor.SeeAsync(visitor.LastAnswer, "openrouter.ai");
        await visitor.SeeEndAsync();

        await visitor.PictureAsync($"answer-{width}-{scheme}");
        Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await visitor.CheckAccessibilityAsync();
    }
}
