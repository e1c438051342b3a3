using Microsoft.Playwright;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Page;

/// <summary>A browser with a profile of its own, signed in at a relay. What the console of the page says is kept.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Milliseconds; a ceiling for a machine that is busy, not a wait.</summary>
    private const int Patience = 60_000;
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("openrouter-page-");
    private readonly IPlaywright _playwright;
    private readonly List<string> _console = [];
    private IBrowserContext _context = null!;

    private Chromium(IPlaywright playwright) => _playwright = playwright;

    public IPage Page { get; private set; } = null!;

    /// <summary>What scripts and policies complained of.</summary>
    public IReadOnlyList<string> Console => _console;

    /// <summary>Opens the page of a relay; skips the test where there is no browser.</summary>
    public static async Task<Chromium> OpenAsync(RelayProgram relay, string fragment = "#key=" + RelayProgram.AnnKey, bool isDark = false, int width = 900)
    {
        var program = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "The tests of the page need chromium.");
        var browser = new Chromium(await Playwright.CreateAsync());
        try
        {
            await browser.StartAsync(program, isDark, width);
            await browser.Page.GotoAsync(relay.Address + fragment);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a question and sends it.</summary>
    public async Task AskAsync(string question)
    {
        await Page.GetByLabel("Your question").FillAsync(question);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>Waits until an answer has ended, and tells in which state.</summary>
    public async Task<string> EndAsync(int index = 0)
    {
        var answer = Page.Locator(".answer").Nth(index);
        await Assertions.Expect(answer).ToHaveAttributeAsync("aria-busy", "false");
        return await answer.GetAttributeAsync("data-state") ?? "";
    }

    /// <summary>Takes a picture, if a folder for pictures is named.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        _playwright.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task StartAsync(string program, bool isDark, int width)
    {
        _context = await _playwright.Chromium.LaunchPersistentContextAsync(_profile.FullName, new()
        {
            ExecutablePath = program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-proxy-server"],
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 760 },
        });
        _context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        Page = _context.Pages.Count > 0 ? _context.Pages[0] : await _context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            // Chromium also gives advice, as verbose lines.
            if (message.Type is "error" or "warning")
            {
                _console.Add($"{message.Type}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _console.Add($"error: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            _console.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }
}
