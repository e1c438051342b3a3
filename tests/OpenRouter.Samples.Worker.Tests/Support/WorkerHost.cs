using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenRouter.Core;
using OpenRouter.Testing;
using Worker;

namespace OpenRouter.Samples.Worker.Tests.Support;

/// <summary>The program inside this process, answered by an emulator.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorkerHost(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WorkerHost> StartAsync(TestDatabase database, OpenRouterEmulator emulator, Action<IServiceCollection>? configure = null, params string[] settings)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0", $"--Worker:Database={database.Setting}", "--Worker:Poll=00:00:00.1", "--Worker:FollowEvery=00:00:00.1", "--Worker:BackoffBase=00:00:00.05",
            "--Worker:Grace=00:00:00.5", "--Worker:SettleEvery=00:00:00.1", "--Worker:SettleDelay=00:00:00.01", .. settings.Select(setting => $"--Worker:{setting}"),
        ];
        var app = WorkerProgram.Build(args, TextWriter.Null, services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.PostConfigure<OpenRouterClientOptions>(options => (options.Handler, options.ApiKey) = (emulator, emulator.Key));
            configure?.Invoke(services);
        });
        await app.StartAsync(Token);
        return new WorkerHost(app);
    }

    public async Task<HttpResponseMessage> PostAsync(string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/jobs") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Http.SendAsync(request, Token);
    }

    /// <summary>Submits a prompt.</summary>
    /// <returns>The id of the job.</returns>
    public async Task<string> SubmitAsync(string prompt = "Tell", string onInterruption = "restart")
    {
        var body = JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = prompt } }, on_interruption = onInterruption });
        using var response = await PostAsync(body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
    }

    public Task<JsonElement> FindAsync(string id) => Http.GetFromJsonAsync<JsonElement>($"/jobs/{id}", Token);

    /// <summary>Waits until a job is in a state.</summary>
    public async Task<JsonElement> SeeAsync(string id, string state)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var job = await FindAsync(id);
            if (job.GetProperty("state").GetString() == state)
            {
                return job;
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"The job is not {state}: {job}");
            await Task.Delay(20, Token);
        }
    }

    public Task StopAsync() => _app.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
