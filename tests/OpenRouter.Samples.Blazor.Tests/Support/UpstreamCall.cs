using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>A call that came to <see cref="Upstream"/>.</summary>
internal sealed class UpstreamCall
{
    private readonly HttpContext _context;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public UpstreamCall(HttpContext context, JsonElement body)
    {
        (_context, Body) = (context, body);
        context.RequestAborted.Register(() => _closed.TrySetResult());
    }

    /// <summary>What was sent.</summary>
    public JsonElement Body { get; }

    /// <summary>Completes when the test is done with the call.</summary>
    public Task Over => _over.Task;

    /// <summary>Sends a piece of text.</summary>
    public Task SayAsync(string text) => SendAsync($$"""{"id":"gen-1","object":"chat.completion.chunk","created":1700000000,"model":"acme/one","provider":"Acme","choices":[{"index":0,"delta":{"role":"assistant","content":{{JsonSerializer.Serialize(text)}}},"finish_reason":null}]}""");

    /// <summary>Ends the answer as a model does.</summary>
    public async Task EndAsync(string reason = "stop")
    {
        await SendAsync($$$"""{"id":"gen-1","object":"chat.completion.chunk","created":1700000000,"model":"acme/one","provider":"Acme","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"{{{reason}}}"}],"usage":{"prompt_tokens":12,"completion_tokens":34,"total_tokens":46,"cost":0.00012}}""");
        await SendAsync("[DONE]");
        _over.TrySetResult();
    }

    /// <summary>Breaks the connection off.</summary>
    public void Break()
    {
        _context.Abort();
        _over.TrySetResult();
    }

    /// <summary>Waits until the caller has closed the connection.</summary>
    public Task SeeClosedAsync(TimeSpan within) => _closed.Task.WaitAsync(within, TestContext.Current.CancellationToken);

    private async Task SendAsync(string data)
    {
        await _context.Response.WriteAsync($"data: {data}\n\n", TestContext.Current.CancellationToken);
        await _context.Response.Body.FlushAsync(TestContext.Current.CancellationToken);
    }
}
