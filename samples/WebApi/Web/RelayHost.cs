using Microsoft.Extensions.Options;
using WebApi.Accounts;
using WebApi.Limits;
using WebApi.Relay;
using WebApi.Settings;

namespace WebApi.Web;

/// <summary>What every server of the relay has: settings, accounts, limits, headers, in the order in which they must come.</summary>
internal static class RelayHost
{
    private const int MaxRequestBytes = 64 * 1024;

    public static void AddRelayHost(this WebApplicationBuilder builder, TextWriter console)
    {
        builder.Services.AddOptions<RelaySettings>().BindConfiguration(RelaySettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RelaySettings>, RelaySettingsCheck>();
        DevelopmentUser.Add(builder);
        builder.AddAccounts();
        builder.AddRelay(console);
        builder.Services.AddRequestLimits();
        builder.Services.AddCors();
        // The time of the streams, and some for the connections.
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<RelaySettings>>(static (host, relay) => host.ShutdownTimeout = relay.Value.ShutdownGrace + TimeSpan.FromSeconds(5));
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
    }

    public static void UseRelayHost(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorBoundary();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        var hasPage = app.Environment.WebRootFileProvider.GetFileInfo("index.html").Exists;
        if (hasPage)
        {
            app.UseDefaultFiles();
            app.UseStaticFiles();
        }

        app.UseRouting();
        var origins = app.Services.GetRequiredService<IOptions<RelaySettings>>().Value.Origins;
        if (origins.Count > 0)
        {
            // By name, and without cookies: pages of other origins send a key.
            app.UseCors(policy => policy.WithOrigins([.. origins]).WithMethods("POST").WithHeaders("authorization", "content-type"));
        }

        app.UseAuthentication();
        app.UseAuthorization();
        app.UseForgeryGuard();
        app.UseRateLimiter();
        DevelopmentUser.Announce(app, Console.Error, hasPage);
    }
}
