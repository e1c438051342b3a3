using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>The emulator behind a real socket, so that a relay in another process can ask it, be cut off by it, and leave it.</summary>
internal sealed class UpstreamServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private HttpMessageInvoker _invoker;

    private UpstreamServer(WebApplication app)
    {
        _app = app;
        Renew();
        app.Run(ForwardAsync);
    }

    public OpenRouterEmulator Emulator { get; private set; }

    /// <summary>The chats that were asked for. A relay also looks up what answers cost that were left earlier, at a time of its own.</summary>
    public IReadOnlyList<EmulatedRequest> Chats => [.. Emulator.Requests.Where(static request => request.Path == "/chat/completions")];

    public string BaseUrl => _app.Urls.Single() + "/api/v1";

    public static async Task<UpstreamServer> StartAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new UpstreamServer(builder.Build());
        await server._app.StartAsync(token);
        return server;
    }

    /// <summary>Forgets what was scripted and asked, so that a test that fails does not take others along.</summary>
    [MemberNotNull(nameof(Emulator), nameof(_invoker))]
    public void Renew()
    {
        Emulator = new OpenRouterEmulator { Key = RelayProgram.UpstreamKey };
        _invoker = new HttpMessageInvoker(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _invoker.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"https://openrouter.ai{context.Request.Path}{context.Request.QueryString}");
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        request.Content = new ByteArrayContent(body.ToArray());
        request.Content.Headers.ContentType = context.Request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        try
        {
            using var response = await _invoker.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            foreach (var (name, values) in response.Headers)
            {
                context.Response.Headers[name] = values.ToArray();
            }

            await CopyAsync(await response.Content.ReadAsStreamAsync(context.RequestAborted), context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && (exception is IOException or OperationCanceledException or HttpRequestException))
        {
            context.Abort();
        }

        // A body that breaks throws: Kestrel then closes without an end, after what was written. Aborting would take that back.
    }

    private static async Task CopyAsync(Stream source, HttpContext context)
    {
        var buffer = new byte[16 * 1024];
        await context.Response.StartAsync(context.RequestAborted);
        for (var count = await source.ReadAsync(buffer, context.RequestAborted); count > 0; count = await source.ReadAsync(buffer, context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
