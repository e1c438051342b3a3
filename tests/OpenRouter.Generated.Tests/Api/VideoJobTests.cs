using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models;
using OpenRouter.Videos;

namespace OpenRouter.Generated.Tests.Api;

/// <summary>Jobs that are waited for.</summary>
public sealed class VideoJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("completed")]
    [InlineData("failed")]
    [InlineData("cancelled")]
    [InlineData("expired")]
    public async Task Job_IsAskedForByItsId_UntilItHasEnded(string end)
    {
        using var service = new PagedService(Job("pending"), Job("in_progress"), Job("brand_new"), Job(end));

        var job = await service.Client.Videos.WaitAsync(Parse(Job("pending")), TimeSpan.FromMilliseconds(1), cancellationToken: Token);

        Assert.Equal(end, job.Status.Value);
        Assert.Equal(Enumerable.Repeat("/videos/job-1", 4), service.Asked);
    }

    [Fact]
    public async Task Job_ThatHasEnded_IsNotAskedFor()
    {
        using var service = new PagedService();

        Assert.Equal("failed", (await service.Client.Videos.WaitAsync(Parse(Job("failed")), cancellationToken: Token)).Status.Value);
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var service = new PagedService(Job("pending"));
        using var source = new CancellationTokenSource();
        var waiting = service.Client.Videos.WaitAsync(Parse(Job("pending")), cancellationToken: source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => service.Client.Videos.WaitAsync(Parse(Job("pending")), TimeSpan.Zero, cancellationToken: Token));
    }

    private static string Job(string status) => $$"""{"id":"job-1","status":"{{status}}","polling_url":"https://elsewhere.test/steal"}""";

    private static VideoGenerationResponse Parse(string json) => Runtime.Json.JsonModel.Parse<VideoGenerationResponse>(json);
}
