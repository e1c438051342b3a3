using OpenRouter.Runtime.Http.Clocks;

namespace OpenRouter.Runtime.Http;

/// <summary>Makes the handler through which clients send that were given no other.</summary>
internal static class ServiceHandler
{
    /// <summary>Makes a handler.</summary>
    /// <param name="isSecure">Whether it sends to https addresses.</param>
    /// <param name="connectLimit">The most time for a connection; null for none.</param>
    /// <param name="time">The clock of that limit.</param>
    public static SocketsHttpHandler Create(bool isSecure, TimeSpan? connectLimit, TimeProvider time)
    {
        // It inflates nothing as it is made. Saying so again would put every decompressor into a native program.
        var own = new SocketsHttpHandler
        {
            // A redirect would carry prompt and headers to another origin.
            AllowAutoRedirect = false,
            UseCookies = false,

            // What goes to this machine without TLS must not leave it through a proxy.
            UseProxy = isSecure,
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),

            // Left as it is, .NET would go on reading an answer that nobody wants, and the service would go on billing it.
            ResponseDrainTimeout = TimeSpan.Zero,
        };
        if (connectLimit is { } limit)
        {
            // Ours resolves and connects on the clock of the options; that of the handler covers the handshake too.
            own.ConnectCallback = new ConnectClock(limit, time).ConnectAsync;
            own.ConnectTimeout = limit + limit;
        }

        return own;
    }
}
