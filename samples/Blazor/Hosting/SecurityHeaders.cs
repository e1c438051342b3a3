namespace BlazorChat.Hosting;

/// <summary>Tells browsers what this page may do: its own files, its own socket, and nothing else.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.Request.Host);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });

    /// <summary>The socket is named with its host, since older browsers do not count it as 'self'. A host that does not look like one gets 'self' alone.</summary>
    private static string Policy(HostString host)
    {
        var own = host.HasValue && Uri.CheckHostName(host.Host.Trim('[', ']')) != UriHostNameType.Unknown ? $" ws://{host.Value} wss://{host.Value}" : "";
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'{own}; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
    }
}
