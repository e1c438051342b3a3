using OpenRouter.Core;
using OpenRouter.Testing;

namespace HighVolume;

/// <summary>Decides who answers: OpenRouter when there is a key, the emulator otherwise.</summary>
internal static class ClientChoice
{
    public static OpenRouterClient Make(RunOptions options, TextWriter notes)
    {
        // One client for all streams: it shares connections, and a budget of retries that keeps a bad minute from doubling the load.
        if (Environment.GetEnvironmentVariable("OPENROUTER_API_KEY") is { Length: > 0 } key)
        {
            return new OpenRouterClient(new OpenRouterClientOptions { ApiKey = key });
        }

        notes.WriteLine("OPENROUTER_API_KEY is not set: the emulator in this program answers.");
        return new OpenRouterEmulator { Pace = options.Pace }.CreateClient();
    }
}
