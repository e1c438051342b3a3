using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using WebApi.Relay;
using WebApi.Settings;

namespace WebApi.Accounts;

/// <summary>Registers who may call: programs by a key, pages by a cookie. Whatever endpoint says nothing else needs one of the two.</summary>
internal static class AccountServices
{
    public const string ApiKeyScheme = "ApiKey";
    public const string CookieScheme = "Session";
    public const string ForgeryHeader = "X-CSRF-Token";
    private const string ChosenScheme = "Chosen";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddSingleton<KeyBook>();
        AddKeyRing(builder);
        builder.Services.AddAuthentication(ChosenScheme)
            .AddPolicyScheme(ChosenScheme, displayName: null, static options => options.ForwardDefaultSelector = static context =>
                context.Request.Headers.Authorization.Count > 0 ? ApiKeyScheme : CookieScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyScheme, configureOptions: null)
            .AddCookie(CookieScheme, options => SetCookie(options, isDevelopment));
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = ForgeryHeader;
            options.Cookie.Name = isDevelopment ? "relay-csrf" : "__Host-relay-csrf";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
    }

    private static void SetCookie(CookieAuthenticationOptions options, bool isDevelopment)
    {
        options.Cookie.Name = isDevelopment ? "relay" : "__Host-relay";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        // Development is http to this machine; anywhere else a session never travels in the clear.
        options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        // An API has no page to be sent to.
        options.Events.OnRedirectToLogin = static context => PublicErrors.SignInNeeded.WriteAsync(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = static context => PublicErrors.Forbidden.WriteAsync(context.HttpContext);
    }

    private static void AddKeyRing(WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("relay");
        if (builder.Configuration[$"{RelaySettings.Section}:{nameof(RelaySettings.KeysFolder)}"] is { Length: > 0 } folder)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
        else
        {
            protection.UseEphemeralDataProtectionProvider();
        }
    }
}
