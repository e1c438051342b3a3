using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Page;

/// <summary>The page in a browser, as its users use it.</summary>
public sealed class PageTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private const string Story = "## A story\n\nThe **lighthouse** on the *northern* rock:\n\n- a lamp\n- a keeper\n\n```\nlet lamp = on;\n```\n\nSee [the page](https://example.com/rocks).";

    private static readonly Reply Stalled = Reply.Pieces("Half ", "an answer", " and more").CutAfterPieces(2, CutKind.Stall);

    [Fact(Timeout = 300_000)]
    public async Task Page_Question_IsAnsweredAndFormatted()
    {
        _fixture.Upstream.Emulator.Next(Reply.Text(Story));
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        Assert.DoesNotContain("key", browser.Page.Url, StringComparison.Ordinal);
        await browser.PictureAsync("1-empty");

        await browser.AskAsync("Tell me a story.");

        Assert.Equal("done", await browser.EndAsync());
        var body = browser.Page.Locator(".answer .body");
        await Assertions.Expect(body.Locator("strong")).ToHaveTextAsync("lighthouse");
        await Assertions.Expect(body.Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(body.Locator("pre")).ToHaveTextAsync("let lamp = on;");
        await Assertions.Expect(body.Locator("a")).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The answer is complete: ");
        await Assertions.Expect(browser.Page.GetByLabel("Your question")).ToBeFocusedAsync();
        await browser.PictureAsync("2-done");
        Assert.Empty(browser.Console);
    }

    [Fact(Timeout = 300_000)]
    public async Task Page_SecondQuestion_IsSentWithTheConversation()
    {
        _fixture.Upstream.Emulator.Next(Reply.Text("First answer."), Reply.Text("Second answer."));
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        await browser.AskAsync("First?");
        await browser.EndAsync();

        await browser.AskAsync("Second?");
        await browser.EndAsync(index: 1);

        Assert.Equal(
            ["First?", "First answer.", "Second?"],
            _fixture.Upstream.Chats[^1].Body.GetProperty("messages").EnumerateArray().Skip(1).Select(static message => message.GetProperty("content").GetString()));
    }

    [Theory(Timeout = 300_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Page_Stop_ClosesTheStreamAndKeepsWhatHadCome(bool byButton)
    {
        _fixture.Upstream.Emulator.Next(Stalled);
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        await browser.AskAsync("Tell me a story.");
        await Assertions.Expect(browser.Page.Locator(".answer .body")).ToHaveTextAsync("Half an answer");
        await browser.PictureAsync("3-streaming");
        var request = _fixture.Upstream.Chats[^1];

        await (byButton ? browser.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync() : browser.Page.Keyboard.PressAsync("Escape"));

        Assert.Equal("aborted", await browser.EndAsync());
        await request.Ended.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(request.Aborted);
        await Assertions.Expect(browser.Page.Locator(".answer .body")).ToHaveTextAsync("Half an answer");
        await Assertions.Expect(browser.Page.Locator(".answer .note")).ToHaveTextAsync("You stopped this answer.");
        await browser.PictureAsync("4-stopped");
    }

    [Fact(Timeout = 300_000)]
    public async Task Page_Left_ClosesTheStream()
    {
        _fixture.Upstream.Emulator.Next(Stalled);
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        await browser.AskAsync("Tell me a story.");
        await Assertions.Expect(browser.Page.Locator(".answer .body")).ToHaveTextAsync("Half an answer");
        var request = _fixture.Upstream.Chats[^1];

        await browser.Page.GotoAsync("about:blank");
        await request.Ended.WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(request.Aborted);
    }

    [Theory(Timeout = 300_000)]
    [InlineData(CutKind.Reset)]
    [InlineData(CutKind.Silent)]
    public async Task Page_AnswerThatBreaksOff_IsShownAsInterrupted(CutKind kind)
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces("Half ", "an answer", " and more").CutAfterPieces(2, kind));
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);

        await browser.AskAsync("Tell me a story.");

        Assert.Equal("interrupted", await browser.EndAsync());
        await Assertions.Expect(browser.Page.Locator(".answer .body")).ToHaveTextAsync("Half an answer");
        await Assertions.Expect(browser.Page.Locator(".answer .note")).ToContainTextAsync("This answer is not complete.");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The answer broke off.");
        await browser.PictureAsync("5-interrupted");
    }

    [Fact(Timeout = 300_000)]
    public async Task Page_Error_IsShownAndTheQuestionComesBack()
    {
        _fixture.Upstream.Emulator.Next(Reply.Error(401, "The key sk-or-v1-abc is not known."));
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);

        await browser.AskAsync("Tell me a story.");

        Assert.Equal("error", await browser.EndAsync());
        await Assertions.Expect(browser.Page.Locator(".answer .note")).ToContainTextAsync("The service for answers cannot be used at the moment.");
        await Assertions.Expect(browser.Page.GetByLabel("Your question")).ToHaveValueAsync("Tell me a story.");
        await browser.PictureAsync("6-error");
    }

    [Fact(Timeout = 300_000)]
    public async Task Page_SignedOut_AsksForAKey()
    {
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await browser.Page.GetByLabel("Your key of this server").FillAsync("a wrong key");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This key is not known.");
        await browser.PictureAsync("7-signed-out");

        await browser.Page.GetByLabel("Your key of this server").FillAsync(RelayProgram.AnnKey);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(browser.Page.GetByLabel("Your question")).ToBeFocusedAsync();
    }

    [Fact(Timeout = 300_000)]
    public async Task Page_HostileAnswers_StayText()
    {
        var file = Path.Combine(BuildFacts.RepositoryRoot, "tests", "OpenRouter.Samples.WebApi.Tests", "js", "payloads.json");
        var payloads = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        Assert.InRange(payloads.Length, 30, 100);
        await using var browser = await Chromium.OpenAsync(_fixture.Relay);
        foreach (var (index, payload) in payloads.Index())
        {
            _fixture.Upstream.Emulator.Next(Reply.Pieces(payload, "\n\nend"));
            await browser.AskAsync("Say it.");
            Assert.Equal("done", await browser.EndAsync(index));
        }

        // The text is all there, and no element but the paragraphs around it.
        var shown = await browser.Page.Locator(".answer .body").EvaluateAllAsync<string[]>("bodies => bodies.map(body => body.textContent)");
        Assert.Equal(payloads.Select(static payload => payload + "end"), shown);
        var tags = await browser.Page.Locator(".answer .body").EvaluateAllAsync<string[]>("bodies => [...new Set(bodies.flatMap(body => [...body.querySelectorAll('*')].map(element => element.tagName)))]");
        Assert.Equal(["P"], tags);
        Assert.Empty(browser.Console);
        await browser.PictureAsync("8-hostile");
    }

    [Theory(Timeout = 300_000)]
    [InlineData(false, 900)]
    [InlineData(true, 900)]
    [InlineData(false, 360)]
    public async Task Page_InEveryState_IsAccessible(bool isDark, int width)
    {
        var name = $"{(isDark ? "dark" : "light")}-{width}";
        _fixture.Upstream.Emulator.Next(Reply.Text(Story), Reply.Pieces("Half", "more").CutAfterPieces(1), Stalled);
        await using var browser = await Chromium.OpenAsync(_fixture.Relay, fragment: "", isDark, width);
        await Assertions.Expect(browser.Page.GetByLabel("Your key of this server")).ToBeVisibleAsync();
        await NoViolationsAsync(browser, "signed out");
        await browser.PictureAsync($"9-sign-in-{name}");

        await browser.Page.GetByLabel("Your key of this server").FillAsync(RelayProgram.AnnKey);
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await browser.AskAsync("Tell me a story.");
        await browser.EndAsync();
        await NoViolationsAsync(browser, "done");
        await browser.AskAsync("Go on.");
        await browser.EndAsync(index: 1);
        await NoViolationsAsync(browser, "interrupted");
        await browser.AskAsync("Go on.");
        await Assertions.Expect(browser.Page.Locator(".answer .body").Nth(2)).ToHaveTextAsync("Half an answer");
        await NoViolationsAsync(browser, "streaming");
        await browser.PictureAsync($"9-streaming-{name}");
    }

    private static async Task NoViolationsAsync(Chromium browser, string state)
    {
        var result = await browser.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{state}: {string.Join("; ", result.Violations.Select(static violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(static node => node.Html))}"))}");
    }
}
