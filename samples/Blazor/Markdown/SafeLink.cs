namespace BlazorChat.Markdown;

/// <summary>Decides which addresses of a model may be clicked.</summary>
internal static class SafeLink
{
    /// <summary>An absolute address of the web without user or password, in its canonical form; null for everything else (<c>javascript:</c>, <c>data:</c>, files, paths of this site).</summary>
    public static string? Of(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0 && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;
}
