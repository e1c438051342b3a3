using Microsoft.Extensions.Http;

namespace OpenRouter.Extensions.Http;

/// <summary>The HTTP client of a singleton: made as the factory makes one, over a handler that asks the factory anew.</summary>
internal sealed class FactoryClient : IDisposable
{
    public FactoryClient(IHttpMessageHandlerFactory handlers, HttpClientFactoryOptions options, string name)
    {
        Client = new HttpClient(new FactoryHandler(handlers, name));
        foreach (var configure in options.HttpClientActions)
        {
            configure(Client);
        }
    }

    public HttpClient Client { get; }

    /// <summary>Handlers belong to the factory; what is being read goes on to its end.</summary>
    public void Dispose() => Client.Dispose();
}
