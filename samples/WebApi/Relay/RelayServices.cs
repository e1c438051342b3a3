using OpenRouter.Testing;
using WebApi.Limits;

namespace WebApi.Relay;

/// <summary>Registers the relay and the client that it asks.</summary>
internal static class RelayServices
{
    private const string KeyVariable = "OPENROUTER_API_KEY";
    private static readonly TimeSpan EmulatedPace = TimeSpan.FromMilliseconds(25);

    public static void AddRelay(this WebApplicationBuilder builder, TextWriter console)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<TokenLedger>();
        builder.Services.AddSingleton<StreamStop>();
        builder.Services.AddSingleton<AnswerRelay>();
        builder.Services.AddSingleton<UsageRepair>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<UsageRepair>());
        if (HasKey(builder.Configuration) || !builder.Environment.IsDevelopment())
        {
            // Outside development a missing key is an error that the client tells when the server starts.
            builder.Services.AddOpenRouter(builder.Configuration);
            return;
        }

        console.WriteLine($"{KeyVariable} is not set: the emulator in this program answers.");
        var emulator = new OpenRouterEmulator { Pace = EmulatedPace };
        builder.Services.AddOpenRouter(options =>
        {
            var emulated = emulator.CreateOptions();
            options.ApiKey = emulated.ApiKey;
            options.BaseAddress = emulated.BaseAddress;
            options.Handler = emulated.Handler;
        });
    }

    private static bool HasKey(ConfigurationManager configuration) => configuration[KeyVariable] is { Length: > 0 } || configuration["OpenRouter:ApiKey"] is { Length: > 0 };
}
