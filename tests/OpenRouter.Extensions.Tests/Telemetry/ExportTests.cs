using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenRouter.Extensions.Tests.Telemetry;

/// <summary>What reaches an exporter of OpenTelemetry.</summary>
public sealed class ExportTests
{
    /// <summary>The spans and metrics of other tests have other addresses.</summary>
    private const string Address = "export.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_OfAHost_IsExportedAsSpanAndMetrics()
    {
        using var emulator = new OpenRouterEmulator { BaseAddress = new Uri($"https://{Address}/api/v1") };
        emulator.Next(Reply.Pieces("Hi", " you").WithUsage(3, 2, 0.5m));
        var spans = new List<Activity>();
        var metrics = new List<Metric>();
        using var host = Provider.Host(services =>
        {
            services.AddOpenRouter(options => (options.ApiKey, options.BaseAddress) = (emulator.Key, emulator.BaseAddress)).To(emulator);
            services.AddOpenTelemetry()
                .WithTracing(tracing => tracing.AddOpenRouterInstrumentation().AddInMemoryExporter(spans))
                .WithMetrics(meters => meters.AddOpenRouterInstrumentation().AddInMemoryExporter(metrics));
        });
        await host.StartAsync(Token);

        await using (var stream = host.Services.GetRequiredService<IOpenRouterClient>().Chat.CreateStreamingChatCompletion("emulator/storyteller").AddUserMessage("Hi").StreamAsync(Token))
        {
            Assert.Equal("Hi you", (await stream.CollectAsync(Token)).Text);
        }

        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        var span = Assert.Single(spans, static span => Address.Equals(span.GetTagItem("server.address")));
        Assert.Equal(("OpenRouter", "chat emulator/storyteller"), (span.Source.Name, span.DisplayName));
        Assert.Equal((3L, 2L, 0.5), (span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.usage.output_tokens"), span.GetTagItem("openrouter.cost")));
        Assert.Equal((1L, 2L, 0.5), (CountOf(metrics, "gen_ai.client.operation.duration"), CountOf(metrics, "gen_ai.client.token.usage"), SumOf(metrics, "openrouter.client.cost")));
        await host.StopAsync(Token);
    }

    private static long CountOf(List<Metric> metrics, string name) => Points(metrics, name).Sum(static point => point.GetHistogramCount());

    private static double SumOf(List<Metric> metrics, string name) => Points(metrics, name).Sum(static point => point.GetHistogramSum());

    private static List<MetricPoint> Points(List<Metric> metrics, string name)
    {
        var points = new List<MetricPoint>();
        foreach (ref readonly var point in Assert.Single(metrics, metric => metric.Name == name).GetMetricPoints())
        {
            foreach (var tag in point.Tags)
            {
                if (tag.Key == "server.address" && Address.Equals(tag.Value))
                {
                    points.Add(point);
                }
            }
        }

        return points;
    }
}
