using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenRouter.Core;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>The emulator behind a port of this machine, for workers in processes of their own.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _invoker;

    private TestService(OpenRouterEmulator emulator)
    {
        Emulator = emulator;
        _invoker = new HttpMessageInvoker(emulator, disposeHandler: false);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public OpenRouterEmulator Emulator { get; }

    public string BaseAddress => $"{_app.Urls.Single()}/api/v1";

    /// <summary>The text that every chat is answered with.</summary>
    public static string Story { get; } = string.Concat(Enumerable.Range(1, 120).Select(number => $"Sentence {number} of the story is told. "));

    /// <summary>A reply of pieces of some words, which takes about so long.</summary>
    public static Reply Tell(string text, int milliseconds)
    {
        string[] pieces = [.. text.Chunk(40).Select(letters => new string(letters))];
        return Reply.Pieces(pieces).WithPace(TimeSpan.FromMilliseconds((double)milliseconds / pieces.Length));
    }

    public static async Task<TestService> StartAsync(Func<EmulatedRequest, Reply> reply)
    {
        var service = new TestService(new OpenRouterEmulator());
        service.Emulator.On("/chat/completions").Always(reply);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _invoker.Dispose();
        Emulator.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"{OpenRouterClient.DefaultBaseAddress.GetLeftPart(UriPartial.Authority)}{context.Request.Path}{context.Request.QueryString}");
        if (HttpMethods.IsPost(context.Request.Method))
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        try
        {
            using var response = await _invoker.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            {
                context.Response.Headers[name] = values.ToArray();
            }

            await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
            var buffer = new byte[16 * 1024];
            while (await body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
            {
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // The reply broke off, or the worker was killed.
            context.Abort();
        }
    }
}
