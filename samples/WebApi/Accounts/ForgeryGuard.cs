using Microsoft.AspNetCore.Antiforgery;
using WebApi.Relay;

namespace WebApi.Accounts;

/// <summary>
/// Refuses requests that change something, come with the cookie of a session, and lack the token that only a page of this origin can read.
/// A key in a header needs none: no other site can make a browser send it.
/// </summary>
internal static class ForgeryGuard
{
    public static void UseForgeryGuard(this WebApplication app) => app.Use(static async (context, next) =>
    {
        if (context.User.Identity?.AuthenticationType == AccountServices.CookieScheme
            && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
            && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            throw new RefusedException(PublicErrors.Forged);
        }

        await next(context);
    });
}
