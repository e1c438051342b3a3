using System.Net;
using System.Text;
using OpenRouter.Core;

namespace OpenRouter.Generated.Tests.Wire;

/// <summary>A service that gives the answers of a list, one a request, and remembers what it was asked.</summary>
internal sealed class PagedService : HttpMessageHandler
{
    private readonly Queue<string> _answers;

    public PagedService(params string[] answers)
    {
        _answers = new Queue<string>(answers);
        Client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = "sk-or-v1-test", Handler = this });
    }

    public OpenRouterClient Client { get; }

    /// <summary>Path and query of each request, below the base address.</summary>
    public List<string> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(request.RequestUri!.PathAndQuery["/api/v1".Length..]);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(_answers.Dequeue(), Encoding.UTF8, "application/json") });
    }
}
