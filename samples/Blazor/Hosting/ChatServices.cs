using BlazorChat.Accounts;
using BlazorChat.Answers;
using BlazorChat.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.HttpOverrides;

namespace BlazorChat.Hosting;

/// <summary>Puts the program together: services, then the pipeline.</summary>
internal static class ChatServices
{
    private const string KeyVariable = "OPENROUTER_API_KEY";

    public static void AddChat(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ChatSettings>().BindConfiguration(ChatSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(AddAnswers(builder));
        services.AddSingleton<StreamLimiter>();
        services.AddScoped<CircuitStreams>();
        services.AddScoped<CircuitHandler>(static provider => provider.GetRequiredService<CircuitStreams>());
        services.AddScoped<AnswerService>();

        services.AddRazorComponents().AddInteractiveServerComponents(static options =>
        {
            // A circuit that lost its browser is kept for its user to come back, with all that it holds: few, and not for long.
            options.DisconnectedCircuitMaxRetained = 50;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            options.DetailedErrors = false;
        }).AddHubOptions(static options =>
        {
            // 32 KB is the default, written here because raising it lets every visitor make the server hold more.
            options.MaximumReceiveMessageSize = 32 * 1024;
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        services.AddCascadingAuthenticationState();
        services.AddDevelopmentSignIn(builder.Environment);
        services.Configure<ForwardedHeadersOptions>(static options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    public static void UseChat(this WebApplication app)
    {
        DevelopmentSignIn.Check(app);
        if (!app.Environment.IsDevelopment())
        {
            app.UseForwardedHeaders();
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        // The policy of the security headers says this already, and stricter.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapSignOut();
    }

    /// <summary>The key stays here, in the configuration of the server: no page, no circuit and no log ever holds it.</summary>
    private static AnswerSource AddAnswers(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var source = new AnswerSource(IsEmulated: string.IsNullOrWhiteSpace(configuration["OpenRouter:ApiKey"]) && string.IsNullOrWhiteSpace(configuration[KeyVariable]));
        if (source.IsEmulated)
        {
            Console.Error.WriteLine($"{KeyVariable} is not set: the emulator in this program answers.");
        }

        var emulator = source.IsEmulated ? OfflineAnswers.Make() : null;
        builder.Services.AddOpenRouter(configuration, options =>
        {
            if (emulator is not null)
            {
                options.ApiKey = emulator.Key;
                options.Handler = emulator;
            }
        });
        return source;
    }
}
