using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenTelemetry.Trace;

// A whole host, to be published natively: settings come from the command line, such as --OpenRouter:BaseAddress=http://127.0.0.1:5000/api/v1.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders().AddSimpleConsole(static console => console.SingleLine = true);
builder.Services.AddOpenRouter(builder.Configuration);
builder.Services.AddHealthChecks().AddOpenRouter();
var spans = new List<Activity>();
builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddOpenRouterInstrumentation().AddInMemoryExporter(spans));
using var host = builder.Build();
try
{
    await host.StartAsync();
}
catch (OptionsValidationException exception)
{
    foreach (var failure in exception.Failures)
    {
        Console.WriteLine($"invalid: {failure}");
    }

    return 2;
}

var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stopping);
Console.WriteLine($"health: {report.Status}");
var client = host.Services.GetRequiredService<IOpenRouterClient>();
await using (var stream = client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hi").StreamAsync(stopping))
{
    var answer = await stream.CollectAsync(stopping);
    Console.WriteLine($"answer: {answer.Text} ({answer.FinishReason})");
}

host.Services.GetRequiredService<TracerProvider>().ForceFlush();
Console.WriteLine($"spans: {string.Join(", ", spans.Select(static span => span.DisplayName))}");
await host.StopAsync();
return 0;
