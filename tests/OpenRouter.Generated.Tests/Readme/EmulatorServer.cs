using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenRouter.Testing;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>The emulator behind a port of this machine, for programs in a process of their own.</summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _emulator;

    private EmulatorServer(OpenRouterEmulator emulator)
    {
        _emulator = new HttpMessageInvoker(emulator, disposeHandler: false);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string BaseUrl => _application.Urls.Single() + OpenRouter.Core.OpenRouterClient.DefaultBaseAddress.AbsolutePath;

    public static async Task<EmulatorServer> StartAsync(OpenRouterEmulator emulator, CancellationToken cancellationToken)
    {
        var server = new EmulatorServer(emulator);
        await server._application.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _emulator.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"http://127.0.0.1{context.Request.Path}{context.Request.QueryString}");
        request.Content = new ByteArrayContent(body.ToArray());
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var response = await _emulator.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
