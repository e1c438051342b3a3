namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>Waits for what happens in another process, which tells nobody.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<bool> condition, string complaint, CancellationToken token)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, complaint);
            await timer.WaitForNextTickAsync(token);
        }
    }
}
