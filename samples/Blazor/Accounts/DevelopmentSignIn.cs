using System.Security.Claims;
using BlazorChat.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace BlazorChat.Accounts;

/// <summary>
/// A sign-in that believes every name. Replace this file and the page <c>SignIn.razor</c> by your own (OpenID Connect, ASP.NET Core Identity); the rest of the program only asks who
/// is signed in.
/// </summary>
internal static class DevelopmentSignIn
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    public static void AddDevelopmentSignIn(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
    }

    /// <summary>Refuses to run in production, where anybody could spend the money of the key.</summary>
    /// <exception cref="InvalidOperationException">The program does not run in development, and the settings do not allow this sign-in.</exception>
    public static void Check(WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<IOptions<ChatSettings>>().Value.AllowDevelopmentSignIn)
        {
            throw new InvalidOperationException(
                "The sign-in of this sample lets everybody in. Replace Accounts/DevelopmentSignIn.cs by your own, run with ASPNETCORE_ENVIRONMENT=Development, or set Chat:AllowDevelopmentSignIn.");
        }
    }

    public static Task SignInAsync(HttpContext context, string name)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name), new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>A form with an antiforgery token: another site cannot sign anybody out.</summary>
    public static void MapSignOut(this WebApplication app) => app.MapPost(SignOutPath, static async (HttpContext context, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync();
        return Results.LocalRedirect(SignInPath);
    });
}
