using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>A redirect is an error and nothing else: neither key nor prompt follow it.</summary>
public sealed class RedirectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Cases => new(
        new[] { 300, 301, 302, 303, 304, 305, 307, 308 }.SelectMany(static status => new[] { "elsewhere", "//elsewhere", "relative", "none" }, static (status, target) => (status, target)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Redirect_OfAnyKind_IsNeverFollowedAndAClearError(int status, string target)
    {
        await using var elsewhere = new FaultServer(static (peer, _) => peer.HeadAsync(Framing.Length));
        await using var server = new FaultServer((peer, _) => peer.HeadAsync(Framing.Length, status: $"{status} Go", headers: target switch
        {
            "elsewhere" => $"Location: {elsewhere.Address}/hush\r\n",
            "//elsewhere" => $"Location: //{elsewhere.Address.Authority}/hush\r\n",
            "relative" => "Location: /hush\r\n",
            _ => "",
        }));
        using var through = new Through(Through.Own, server.Address);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "chat/completions") { Text = "the prompt" }, Token));
        var streamed = await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token));

        Assert.Equal((status, status), (thrown.StatusCode, streamed.StatusCode));
        Assert.Contains("redirect", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("base address", streamed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", ExceptionScan.Text(thrown), StringComparison.Ordinal);
        Assert.False(thrown.IsTransient);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_FollowedByAHandlerOfTheCaller_NeverCarriesTheKeyAndIsAnError(int status)
    {
        await using var elsewhere = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Length, 2, "application/json");
            await peer.BodyAsync("{}");
        });
        await using var server = new FaultServer((peer, _) => peer.HeadAsync(Framing.Length, status: $"{status} Go", headers: $"Location: {elsewhere.Address}/x\r\n"));
        using var through = new Through(Through.Handler, server.Address);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Contains("followed a redirect", thrown.Message, StringComparison.Ordinal);
        Assert.False(thrown.IsTransient);
        Assert.DoesNotContain(Script.Key, Assert.Single(elsewhere.Requests), StringComparison.Ordinal);
    }
}
