using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Worker.Api;
using Worker.Emulation;
using Worker.Live;
using Worker.Running;
using Worker.Storage;
using Worker.Telemetry;
using Worker.Upkeep;

namespace Worker;

/// <summary>Puts the program together.</summary>
internal static class WorkerProgram
{
    public const string EmulateSwitch = "--emulate";

    /// <param name="args">The command line: settings such as <c>--Worker:Concurrency=4</c>, and <c>--emulate</c>.</param>
    /// <param name="notes">Where it is said who answers.</param>
    /// <param name="configure">Changes the services.</param>
    public static WebApplication Build(string[] args, TextWriter notes, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. args.Where(argument => argument != EmulateSwitch)],
            // The settings lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        var services = builder.Services;
        services.AddOptions<WorkerOptions>().BindConfiguration(WorkerOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WorkerOptions>, WorkerOptionsCheck>();
        var options = builder.Configuration.GetSection(WorkerOptions.Section).Get<WorkerOptions>() ?? new WorkerOptions();
        AddClient(builder, options, args.Contains(EmulateSwitch), notes);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => DatabaseChoice.Make(provider.GetRequiredService<IOptions<WorkerOptions>>().Value.Database));
        AddStores(services);
        AddWork(services);
        services.AddHealthChecks().AddCheck<QueueHealth>("queue");
        services.ConfigureHttpJsonOptions(static json =>
        {
            // What is compiled takes its names from the options that it is used with.
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WorkerJson.Default);
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        services.Configure<HostOptions>(host =>
        {
            // Above the grace of the jobs, so that the host does not lose patience before they were given back.
            host.ShutdownTimeout = options.Grace + TimeSpan.FromSeconds(15);
            // The web server waits for its connections; the jobs must not wait for the web server.
            host.ServicesStopConcurrently = true;
        });
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = SubmitEndpoint.MaxBytes);
        configure?.Invoke(services);

        var app = builder.Build();
        app.MapJobs();
        app.MapHealthChecks("/health");
        return app;
    }

    private static void AddClient(WebApplicationBuilder builder, WorkerOptions options, bool emulates, TextWriter notes)
    {
        var hasKey = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("OPENROUTER_API_KEY")) || !string.IsNullOrWhiteSpace(builder.Configuration["OpenRouter:ApiKey"]);
        if (!emulates && !hasKey)
        {
            notes.WriteLine("OPENROUTER_API_KEY is not set: the emulator in this program answers.");
        }

        builder.Services.AddOpenRouter(builder.Configuration, client =>
        {
            // One place that tries again: the queue. It waits without holding a connection, and it counts.
            client.Retries = OpenRouter.Core.RetryOptions.None;
            if (emulates || !hasKey)
            {
                var service = new EmulatedService(options.EmulatedPace);
                client.ApiKey = service.Key;
                client.BaseAddress = null;
                client.Handler = service;
            }
        });
    }

    private static void AddStores(IServiceCollection services)
    {
        services.AddSingleton<SchemaStore>();
        services.AddSingleton<JobStore>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<SegmentStore>();
        services.AddSingleton<QueueStore>();
        services.AddSingleton<UsageStore>();
        services.AddSingleton<RetentionStore>();
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddSingleton<LiveTexts>();
        services.AddSingleton<JobFollower>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<WorkerFault>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<QueueWatch>();
        services.AddSingleton<WorkerMetrics>();
        services.AddSingleton<UpkeepLoop>();
        services.AddHostedService<SchemaSetup>();
        services.AddHostedService<JobWorker>();
        services.AddHostedService<WorkListener>();
        services.AddHostedService<UsageReconciler>();
        services.AddHostedService<Retention>();
        services.AddHostedService<QueueWatcher>();
    }
}
