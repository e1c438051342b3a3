using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Tests.Emulator;

/// <summary>What the emulator remembers of requests.</summary>
public sealed class EmulatorRecorderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_Sent_IsRecorded()
    {
        using var emulator = new OpenRouterEmulator();
        var options = emulator.CreateOptions();
        options.AppTitle = "Tests";
        using var client = new OpenRouterClient(options);

        await client.Question().StreamAsync(Token).CollectAsync(Token);

        var request = Assert.Single(emulator.Requests);
        Assert.Equal(("POST", "/chat/completions", ""), (request.Method, request.Path, request.Query));
        Assert.Equal("Tests", request.Headers["x-openrouter-title"]);
        Assert.True(request.Body.GetProperty("stream").GetBoolean());
        Assert.Equal(request.Body.GetRawText(), request.BodyText);
        Assert.True(request.IsAuthorized);
    }

    [Theory]
    [InlineData("sk-or-v1-emulator")]
    [InlineData("sk-or-v1-of-somebody-else")]
    public async Task Key_WhereverItIsSent_IsNotRecorded(string key)
    {
        using var emulator = new OpenRouterEmulator();

        using var response = await emulator.SendAsync(HttpMethod.Post, $"chat/completions?key={key}", $$"""{"user":"{{key}}","messages":[]}""", key);

        var request = Assert.Single(emulator.Requests);
        Assert.Equal("***", request.Headers["Authorization"]);
        Assert.DoesNotContain(key, string.Join('\n', request.Headers.Values) + request.BodyText + request.Body.GetRawText() + request.Query, StringComparison.Ordinal);
        Assert.Equal("***", request.Body.GetProperty("user").GetString());
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsKeptAsTextAndRefused()
    {
        using var emulator = new OpenRouterEmulator();

        using var response = await emulator.SendAsync(HttpMethod.Post, "chat/completions", "no json");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(("no json", JsonValueKind.Undefined), (emulator.Requests[0].BodyText, emulator.Requests[0].Body.ValueKind));
    }

    [Fact]
    public async Task Aborted_LoopLeftEarly_IsTrue()
    {
        using var emulator = new OpenRouterEmulator();

        await foreach (var text in emulator.Stream().TextAsync(Token))
        {
            break;
        }

        var request = emulator.Requests[0];
        await request.Ended.WaitAsync(Token);
        Assert.True(request.Aborted);
        Assert.True(request.SentBytes > 0);
    }

    [Fact]
    public async Task Aborted_ReadToTheEnd_IsFalse()
    {
        using var emulator = new OpenRouterEmulator();

        await emulator.Stream().CollectAsync(Token);

        await emulator.Requests[0].Ended.WaitAsync(Token);
        Assert.False(emulator.Requests[0].Aborted);
    }

    [Fact]
    public async Task Aborted_BeforeTheHeaders_IsTrue()
    {
        using var emulator = new OpenRouterEmulator { TimeProvider = new ManualTime() };
        emulator.Next(Reply.Story.WithDelay(TimeSpan.FromMinutes(1)));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var answer = emulator.CreateClient().Question().StreamAsync(cancel.Token).CollectAsync(Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.True(emulator.Requests[0].Aborted);
    }
}
