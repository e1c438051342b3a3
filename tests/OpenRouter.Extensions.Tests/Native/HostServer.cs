using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenRouter.Extensions.Tests.Native;

/// <summary>A service on this machine that knows one key.</summary>
internal sealed class HostServer : IAsyncDisposable
{
    public const string Key = "sk-or-v1-loopback";
    private const string Answer = """
        data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"a/b","choices":[{"index":0,"delta":{"role":"assistant","content":"Hello"},"finish_reason":null}]}

        data: {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"a/b","choices":[{"index":0,"delta":{"content":" you"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}

        data: [DONE]


        """;

    private readonly WebApplication _app;

    private HostServer(WebApplication app) => _app = app;

    public string BaseUrl => $"{_app.Urls.Single()}/api/v1";

    public static async Task<HostServer> StartAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Use(static async (context, next) =>
        {
            if (context.Request.Headers.Authorization != $"Bearer {Key}")
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await next(context);
        });
        app.MapGet("/api/v1/key", static () => Results.Text("""{"data":{"label":"sk-or-v1-loo...ack","limit":null,"limit_remaining":null,"usage":0}}""", "application/json"));
        app.MapPost("/api/v1/chat/completions", static () => Results.Text(Answer.ReplaceLineEndings("\n"), "text/event-stream"));
        await app.StartAsync(token);
        return new HostServer(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
