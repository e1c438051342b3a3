using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>A model service on this machine whose answers the test writes piece by piece, and which sees when its caller leaves.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    public const string Key = "sk-or-v1-0123456789abcdef";
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<UpstreamCall> _calls = new();
    private readonly SemaphoreSlim _came = new(0);

    private Upstream(WebApplication server) => _server = server;

    public Uri Address => new($"{_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/api/v1");

    public static async Task<Upstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = new Upstream(builder.Build());
        upstream._server.MapPost("/api/v1/chat/completions", upstream.TakeAsync);
        await upstream._server.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    /// <summary>Waits for the next call.</summary>
    public async Task<UpstreamCall> NextAsync()
    {
        Assert.True(await _came.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "No call came.");
        Assert.True(_calls.TryDequeue(out var call));
        return call;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Assert.Equal($"Bearer {Key}", context.Request.Headers.Authorization);
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        var call = new UpstreamCall(context, body);
        _calls.Enqueue(call);
        _came.Release();
        await call.Over.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
