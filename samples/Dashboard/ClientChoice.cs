using OpenRouter.Core;
using OpenRouter.Testing;

namespace Dashboard;

/// <summary>Decides who answers: OpenRouter when there is a key, the emulator otherwise.</summary>
internal static class ClientChoice
{
    private const string KeyVariable = "OPENROUTER_API_KEY";

    /// <summary>Who waits at a terminal rather hears at once that a wait is long.</summary>
    private static readonly RetryOptions Retries = new() { MaxRetryAfter = TimeSpan.FromSeconds(5) };

    /// <exception cref="UsageException">The key is missing where one is needed, or a setting is not valid.</exception>
    public static OpenRouterClient Make(DashboardArguments arguments, TextWriter notes)
    {
        var key = Environment.GetEnvironmentVariable(KeyVariable);
        if (!string.IsNullOrWhiteSpace(key))
        {
            return Connect(key, arguments.BaseUrl);
        }

        if (arguments.BaseUrl is not null)
        {
            throw new UsageException($"--base-url needs a key. Set {KeyVariable}.");
        }

        notes.WriteLine($"{KeyVariable} is not set: the emulator in this program answers.");
        return new OpenRouterEmulator { Pace = arguments.Pace }.CreateClient();
    }

    private static OpenRouterClient Connect(string key, Uri? baseUrl)
    {
        try
        {
            return new OpenRouterClient(new OpenRouterClientOptions { ApiKey = key, BaseAddress = baseUrl, Retries = Retries });
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(WithoutParameter(exception));
        }
    }

    /// <summary>.NET adds the name of the parameter, which says nothing to who typed a command.</summary>
    private static string WithoutParameter(ArgumentException exception)
        => exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
