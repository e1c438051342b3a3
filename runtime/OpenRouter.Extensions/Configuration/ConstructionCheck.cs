using OpenRouter.Core;
using OpenRouter.Runtime.Http;

namespace OpenRouter.Extensions.Configuration;

/// <summary>Finds what is left to be wrong, such as a header that cannot be sent, by making what a client is made of. Nothing is sent.</summary>
internal static class ConstructionCheck
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? Find(OpenRouterClientOptions options)
    {
        try
        {
            new ApiTransport(options, OpenRouterClient.DefaultBaseAddress).Dispose();
            return null;
        }
        catch (ArgumentException exception)
        {
            // What .NET adds names a parameter of code that the reader of the message never sees.
            var end = exception.ParamName is null ? -1 : exception.Message.LastIndexOf(" (", StringComparison.Ordinal);
            return end < 0 ? exception.Message : exception.Message[..end];
        }
    }
}
