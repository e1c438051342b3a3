using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WebApi.Limits;
using WebApi.Relay;
using WebApi.Settings;
using WebApi.Web;

namespace WebApi.Accounts;

/// <summary>Signs the page in and out, and tells it what it may do.</summary>
internal static class SessionEndpoints
{
    public const string Path = "/api/session";

    public static void MapSession(this WebApplication app)
    {
        app.MapPost(Path, SignInAsync).AllowAnonymous().WithMetadata(new LimitedAttribute(Limit.SignIns));
        app.MapGet(Path, TellAsync);
        app.MapDelete(Path, SignOutAsync);
    }

    private static async Task SignInAsync(HttpContext context)
    {
        if (!context.Request.IsHttps && !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new RefusedException(PublicErrors.HttpsNeeded);
        }

        var input = await JsonBody.ReadAsync(context, RelayJson.Default.SignInInput);
        var user = context.RequestServices.GetRequiredService<KeyBook>().Find(input.Key) ?? throw new RefusedException(PublicErrors.UnknownKey);
        var principal = ApiKeyHandler.Principal(user, AccountServices.CookieScheme);
        await context.SignInAsync(AccountServices.CookieScheme, principal);
        // The token is bound to the user, who is signed in from the next request on.
        context.User = principal;
        await TellAsync(context);
    }

    private static Task TellAsync(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<IOptions<RelaySettings>>().Value;
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var session = new SessionOutput(
            context.User.FindFirstValue(ClaimTypes.Name) ?? "",
            tokens.RequestToken ?? "",
            [.. settings.Presets.Select(static preset => new PresetOutput(preset.Key, preset.Value.Title is { Length: > 0 } title ? title : preset.Key))],
            settings.MaxMessages,
            settings.MaxCharacters);
        return context.Response.WriteAsJsonAsync(session, RelayJson.Default.SessionOutput, cancellationToken: context.RequestAborted);
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(AccountServices.CookieScheme);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
