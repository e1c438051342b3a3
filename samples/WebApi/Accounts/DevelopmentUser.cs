using System.Security.Cryptography;
using System.Text;
using WebApi.Settings;

namespace WebApi.Accounts;

/// <summary>
/// The user of a developer who has set up none: a key that is new with each start and that only the console tells. So there is no way
/// into the server without authentication, not even while it is being developed.
/// </summary>
internal static class DevelopmentUser
{
    private const string Name = "developer";

    public static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetSection($"{RelaySettings.Section}:{nameof(RelaySettings.Users)}").GetChildren().Any())
        {
            return;
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        builder.Services.Configure<RelaySettings>(settings => settings.Users.Add(Name, hash));
        builder.Services.AddSingleton(new KeyOfThisRun(key));
    }

    /// <summary>Tells the key once the address is known: where there is a page, in a link to it, behind #, which browsers do not send.</summary>
    public static void Announce(WebApplication app, TextWriter console, bool hasPage)
    {
        if (app.Services.GetService<KeyOfThisRun>() is { } run)
        {
            app.Lifetime.ApplicationStarted.Register(() => console.WriteLine(
                "No users are set up. For this run, " + (hasPage ? $"open {app.Urls.First()}/#key={run.Key}" : $"the key is {run.Key}")));
        }
    }

    private sealed record KeyOfThisRun(string Key);
}
