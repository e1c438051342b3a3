using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>Somebody with a browser, who remembers every complaint of it.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>A folder for pictures of the pages; none are taken without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("OPENROUTER_SCREENSHOTS");

    private readonly IBrowserContext _context;

    public Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        Watch(page);
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, which is where violations of the content security policy are told, and exceptions.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public ILocator Question => Page.Locator("#question");

    public ILocator LastAnswer => Page.Locator(".exchange:last-child > .answer:not(.replaced)");

    public ILocator Notes => Page.Locator(".note");

    public async Task SignInAsync(string name = "Ada")
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await IsReadyAsync(Page);
    }

    /// <summary>Opens another tab.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var page = await _context.NewPageAsync();
        Watch(page);
        await page.GotoAsync("/");
        await IsReadyAsync(page);
        return page;
    }

    public async Task AskAsync(string question)
    {
        await Question.FillAsync(question);
        await Assertions.Expect(Page.Locator("#send")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await Question.PressAsync("Enter");
    }

    public Task SeeAsync(ILocator locator, string text) => Assertions.Expect(locator).ToContainTextAsync(text, new() { Timeout = 60_000 });

    /// <summary>Sees where the keyboard writes to.</summary>
    public Task SeeQuestionFocusedAsync() => Assertions.Expect(Question).ToBeFocusedAsync(new() { Timeout = 60_000 });

    public Task SeeEndAsync() => Assertions.Expect(Page.Locator("#send")).ToBeVisibleAsync(new() { Timeout = 60_000 });

    /// <summary>The elements of the last answer, without the comments by which Blazor finds its places.</summary>
    public Task<string> LastAnswerMarkupAsync() => Page.EvaluateAsync<string>(
        "[...document.querySelectorAll('.exchange:last-child > .answer:not(.replaced) > .markdown')].map(part => part.outerHTML).join('\\n').replace(/<!--[^]*?-->/g, '')");

    /// <summary>Has the page audited for accessibility.</summary>
    public async Task CheckAccessibilityAsync()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(static violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(static node => node.Html))}")));
    }

    /// <summary>Takes a picture for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Pictures is not null)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = false });
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static Task IsReadyAsync(IPage page) => Assertions.Expect(page.Locator("#question")).ToBeEnabledAsync(new() { Timeout = 60_000 });

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Enqueue(error);
    }
}
