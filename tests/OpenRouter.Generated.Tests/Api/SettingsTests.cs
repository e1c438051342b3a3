using OpenRouter.Core;
using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>What the settings do to a request, and which settings are refused.</summary>
public sealed class SettingsTests
{
    private const string Secret = "sk-or-v1-SECRET";

    [Fact]
    public async Task Headers_OfTheSettings_AreSent()
    {
        using var handler = Played(static options =>
        {
            options.ApiKey = Secret;
            options.AppTitle = "My app";
            options.AppUrl = new Uri("https://app.example/x");
            options.AppCategories = ["cli-agent", "ide"];
            options.DefaultHeaders["X-Team"] = "blue";
        });

        await handler.Client.Chat.CreateChatCompletion("acme/model-1").AddUserMessage("Hi").SendAsync();

        var headers = handler.Sent!.Headers;
        Assert.Equal("Bearer " + Secret, headers["Authorization"]);
        Assert.Equal("My app", headers["X-OpenRouter-Title"]);
        Assert.Equal("https://app.example/x", headers["HTTP-Referer"]);
        Assert.Equal("cli-agent,ide", headers["X-OpenRouter-Categories"]);
        Assert.Equal("blue", headers["X-Team"]);
        Assert.Equal("application/json", headers["Accept"]);
        Assert.StartsWith("application/json", headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("OpenRouter.Generated", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(HttpMethod.Post, handler.Sent.Method);
        Assert.Equal("https://openrouter.ai/api/v1/chat/completions", handler.Sent.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Headers_OfAStream_AskForEvents()
    {
        using var handler = new PlayedBody("data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\n"u8.ToArray());

        await handler.Client.Chat.CreateStreamingChatCompletion("acme/model-1").AddUserMessage("Hi").StreamAsync().CollectAsync();

        Assert.Equal("text/event-stream", handler.Sent!.Headers["Accept"]);
        Assert.True(handler.Sent.Body.GetProperty("stream").GetBoolean());
    }

    [Fact]
    public async Task Settings_NotGiven_SendNothing()
    {
        using var handler = Played(static options => options.ApiKey = null);

        await handler.Client.Credits.GetCreditsAsync();

        Assert.DoesNotContain(handler.Sent!.Headers, static header => header.Key is "Authorization" or "X-OpenRouter-Title" or "HTTP-Referer");
    }

    [Theory]
    [InlineData("https://proxy.example/openrouter/api/v1", "https://proxy.example/openrouter/api/v1/credits")]
    [InlineData("https://proxy.example/openrouter/api/v1/", "https://proxy.example/openrouter/api/v1/credits")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/credits")]
    public async Task BaseAddress_OfAnyForm_KeepsItsPath(string address, string expected)
    {
        using var handler = Played(options => options.BaseAddress = new Uri(address));

        await handler.Client.Credits.GetCreditsAsync();

        Assert.Equal(expected, handler.Sent!.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://openrouter.example/SECRET")]
    [InlineData("ftp://openrouter.example/SECRET")]
    [InlineData("https://user:SECRET@openrouter.example/")]
    [InlineData("https://openrouter.example/?SECRET")]
    [InlineData("https://openrouter.example/#SECRET")]
    [InlineData("SECRET/relative")]
    public void BaseAddress_Unfit_IsNamedAndNotShown(string address)
        => AssertRefused("base address", options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("SECRET\r\nX-Evil: 1")]
    [InlineData("SECRET\u00e9")]
    public void Key_Unfit_IsNamedAndNotShown(string key)
    {
        AssertMessage("API key", Assert.Throws<ArgumentException>(() => new OpenRouterClient(key)));
        AssertMessage("API key", Assert.Throws<ArgumentException>(() => new ApiKey(key)));
    }

    [Fact]
    public void Header_WithALineBreak_IsNamedAndNotShown()
    {
        AssertRefused("X-OpenRouter-Title", static options => options.AppTitle = "SECRET\r\nX-Evil: 1");
        AssertRefused("X-OpenRouter-Categories", static options => options.AppCategories = ["SECRET\n"]);
        AssertRefused("X-Team", static options => options.DefaultHeaders["X-Team"] = "SECRET\nX-Evil: 1");
        AssertRefused("header", static options => options.DefaultHeaders["X-Team: SECRET\r\n"] = "x");
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    public void Header_OfTheClientItself_IsRefused(string name) => AssertRefused(name, options => options.DefaultHeaders[name] = "SECRET");

    [Fact]
    public void Key_AsText_IsMasked()
    {
        var options = new OpenRouterClientOptions { ApiKey = Secret };

        Assert.Equal("***", options.ApiKey!.ToString());
        Assert.Equal("***", $"{options.ApiKey}");
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(options.ApiKey), StringComparison.Ordinal);
    }

    private static PlayedBody Played(Action<OpenRouterClientOptions> configure) => new("{\"data\":{},\"choices\":[]}"u8.ToArray(), "application/json", configure: configure);

    private static void AssertRefused(string name, Action<OpenRouterClientOptions> configure)
    {
        var options = new OpenRouterClientOptions { ApiKey = Secret };
        configure(options);
        AssertMessage(name, Assert.ThrowsAny<ArgumentException>(() => new OpenRouterClient(options)));
    }

    private static void AssertMessage(string name, ArgumentException exception)
    {
        Assert.Contains(name, exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SECRET", exception.ToString(), StringComparison.Ordinal);
    }
}
