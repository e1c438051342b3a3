namespace BlazorChat.Accounts;

/// <summary>Where to go after signing in.</summary>
internal static class ReturnPath
{
    /// <summary>A path of this site, else its front page: an address from outside must not be able to send people elsewhere.</summary>
    public static string Local(string? path)
        => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
