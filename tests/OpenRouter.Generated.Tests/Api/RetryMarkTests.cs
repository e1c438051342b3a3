using System.Net;
using System.Text;
using OpenRouter.Core;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>What the document says of an operation decides how it is repeated.</summary>
public sealed class RetryMarkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generation_NotFoundAtFirst_IsAskedForAgain()
    {
        using var service = new Statuses(404, 404, 200);

        var thrown = await Record.ExceptionAsync(() => service.Client.Generations.GetGenerationAsync("gen-1", Token));

        Assert.IsNotType<OpenRouterException>(thrown);
        Assert.Equal(3, service.Count);
    }

    [Fact]
    public async Task AnythingElse_NotFound_IsAskedForOnce()
    {
        using var service = new Statuses(404, 200);

        await Assert.ThrowsAsync<OpenRouterException>(() => service.Client.Videos.GetVideoAsync("job", Token));

        Assert.Equal(1, service.Count);
    }

    [Theory]
    [InlineData(502, 1)]
    [InlineData(500, 1)]
    [InlineData(503, 2)]
    [InlineData(429, 2)]
    public async Task Key_Created_IsRepeatedOnlyWhereNothingWasDone(int status, int requests)
    {
        using var service = new Statuses(status, 201);

        await Record.ExceptionAsync(() => service.Client.ApiKeys.CreateKey("x").SendAsync(Token));

        Assert.Equal(requests, service.Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Completion_Failed_IsRepeated(int status)
    {
        using var service = new Statuses(status, 200);

        await Record.ExceptionAsync(() => service.Client.Chat.CreateChatCompletion("a/b").AddUserMessage("Hi").SendAsync(Token));

        Assert.Equal(2, service.Count);
    }

    /// <summary>A service that answers with one status after the other.</summary>
    private sealed class Statuses : HttpMessageHandler
    {
        private readonly int[] _statuses;

        public Statuses(params int[] statuses)
        {
            _statuses = statuses;
            Client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "sk-or-v1-test", Handler = this, Retries = new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } });
        }

        public OpenRouterClient Client { get; }

        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var status = (HttpStatusCode)_statuses[Math.Min(Count++, _statuses.Length - 1)];
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("{}", Encoding.UTF8, "application/json") });
        }
    }
}
