using System.Net;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

[Collection(Alone.Name)]
public sealed class AddressProxyTests
{
    [Fact]
    public async Task AddressOfThisMachine_IsNotAskedForThroughAProxy()
    {
        await using var proxy = new FaultServer(static (peer, _) => peer.HeadAsync(Framing.Length));
        await using var server = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Length, 2, "application/json");
            await peer.BodyAsync("{}");
        });
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new Everything(proxy.Address);
        try
        {
            using var through = new Through(Through.Own, server.Address);
            await through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), TestContext.Current.CancellationToken);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Empty(proxy.Requests);
        Assert.Single(server.Requests);
    }

    /// <summary>A proxy that knows no exception, as an environment variable makes one.</summary>
    private sealed class Everything(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => new(address.GetLeftPart(UriPartial.Authority));

        public bool IsBypassed(Uri host) => false;
    }
}
