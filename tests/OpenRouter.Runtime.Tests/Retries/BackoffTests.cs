using OpenRouter.Runtime.Http.Retries;

namespace OpenRouter.Runtime.Tests.Retries;

public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Highest = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, 8)]
    [InlineData(30, 8)]
    [InlineData(63, 8)]
    [InlineData(64, 8)]
    [InlineData(1023, 8)]
    [InlineData(1024, 8)]
    [InlineData(2000, 8)]
    [InlineData(int.MaxValue, 8)]
    public void Ceiling_OfAnyRetry_DoublesToTheHighest(int retry, double seconds)
        => Assert.Equal(seconds, Backoff.Ceiling(retry, First, Highest).TotalSeconds);

    [Theory]
    [InlineData(0, 0.0, 0)]
    [InlineData(0, 0.5, 0.25)]
    [InlineData(2, 0.25, 0.5)]
    [InlineData(9, 0.75, 6)]
    public void Jittered_Wait_IsAPartOfTheCeiling(int retry, double random, double seconds)
        => Assert.Equal(seconds, Backoff.Jittered(retry, First, Highest, random).TotalSeconds);

    [Fact]
    public void Ceiling_OfNothing_IsNothing() => Assert.Equal(TimeSpan.Zero, Backoff.Ceiling(2000, TimeSpan.Zero, TimeSpan.Zero));

    [Fact]
    public void Jittered_Waits_AreSpreadEvenly()
    {
        var random = new Random(4);
        var waits = Enumerable.Range(0, 10_000).Select(_ => Backoff.Jittered(3, First, Highest, random.NextDouble()).TotalSeconds).ToList();

        var quarters = waits.GroupBy(static wait => (int)wait).ToDictionary(static group => group.Key, static group => group.Count());
        Assert.Equal([0, 1, 2, 3], quarters.Keys.Order());
        Assert.All(quarters.Values, static count => Assert.InRange(count, 2300, 2700));
        Assert.InRange(waits.Average(), 1.95, 2.05);
    }

    [Theory]
    [InlineData(100, 20, 5)]
    [InlineData(99, 19, 5)]
    [InlineData(5, 1, 5)]
    [InlineData(4, 0, 5)]
    [InlineData(0, 0, 5)]
    [InlineData(100, 10, 10)]
    [InlineData(9, 0, 10)]
    [InlineData(10, 1, 10)]
    public void Budget_Pays_AsLongAsItLasts(int capacity, int times, int cost)
    {
        var budget = new RetryBudget(capacity);
        var paid = 0;
        while (budget.TryPay(cost))
        {
            paid++;
        }

        Assert.Equal(times, paid);
        Assert.Equal(capacity - (times * cost), budget.Left);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public void Budget_Refilled_NeverHoldsMoreThanAtFirst(int successes)
    {
        var budget = new RetryBudget(10);
        budget.TryPay(5);
        for (var count = 0; count < successes; count++)
        {
            budget.Refill();
        }

        Assert.Equal(Math.Min(10, 5 + successes), budget.Left);
    }

    [Fact]
    public async Task Budget_ManyThreads_PaysExactlyWhatItHolds()
    {
        var budget = new RetryBudget(10_000);
        var paid = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var count = 0; count < 1000; count++)
            {
                if (budget.TryPay(5))
                {
                    Interlocked.Increment(ref paid);
                }
            }
        })));

        Assert.Equal((2000, 0), (paid, budget.Left));
    }
}
