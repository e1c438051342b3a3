namespace OpenRouter.Extensions.Http;

/// <summary>
/// Sends each request through the handler that the factory has at that moment. A client that lives as long as the program would otherwise keep its first handler, and a lifetime that the
/// caller sets at the builder would have no effect. Asking costs a look into a dictionary.
/// </summary>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory handlers, string name) : HttpMessageHandler
{
    /// <summary>
    /// The factory disposes an expired handler once nobody refers to it. A stream refers to its response, the response to its request, and the request by this to its handler: so no
    /// handler is disposed while an answer is read through it.
    /// </summary>
    private static readonly HttpRequestOptionsKey<HttpMessageHandler> Holder = new("OpenRouter.Handler");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var handler = handlers.CreateHandler(name);
        request.Options.Set(Holder, handler);
        return new HttpMessageInvoker(handler, disposeHandler: false).SendAsync(request, cancellationToken);
    }
}
