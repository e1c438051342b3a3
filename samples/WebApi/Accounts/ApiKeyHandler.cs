using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using WebApi.Relay;

namespace WebApi.Accounts;

/// <summary>Authenticates programs by <c>Authorization: Bearer</c> and a key of this server. It is not the key of OpenRouter, which nobody outside sees.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KeyBook keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(keys.Find(header[Prefix.Length..].Trim()) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(user, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("The key is not known."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return PublicErrors.SignInNeeded.WriteAsync(Context);
    }

    public static ClaimsPrincipal Principal(string user, string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], scheme, ClaimTypes.Name, roleType: null));
}
