using System.Diagnostics;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>The kept bodies in every split, then damaged, from a seed and for a bounded time.</summary>
public sealed class SseFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261125;
    private const int MaxRuns = 200_000;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(8);

    [Fact]
    public void Corpus_IsLargeAndItsLinesDiffer()
    {
        var lines = Corpus.Read().Select(static body => Corpus.Escape(body)).ToList();

        Assert.InRange(lines.Count, 500, 10_000);
        Assert.Equal(lines.Count, lines.Distinct().Count());
        Assert.All(lines, static line => Assert.Equal(line, Corpus.Escape(Corpus.Unescape(line))));
    }

    [Fact]
    public void Corpus_InEverySplit_SaysWhatTheReferenceSays()
    {
        foreach (var body in Corpus.Read())
        {
            var expected = ReferenceParser.Parse(body);
            VectorSplits.Run(body, pieces => AssertSame(expected, SseRun.Parse(SseRun.NoLimits, pieces), body));
        }
    }

    [Fact]
    public void DamagedBody_SaysWhatTheReferenceSays_AndFailsAtLimitsOnly()
    {
        var corpus = Corpus.Read();
        var random = new Random(Seed);
        var watch = Stopwatch.StartNew();
        var runs = 0;
        while (runs < MaxRuns && watch.Elapsed < MaxTime)
        {
            var body = Mutation.Of(corpus[random.Next(corpus.Count)], corpus, random);
            var pieces = SseRun.Cut(body, [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(body.Length + 1))]);
            AssertSame(ReferenceParser.Parse(body), SseRun.Parse(SseRun.NoLimits, pieces), body);
            AssertFailsAtLimitsOnly(new SseLimits { MaxLineBytes = random.Next(1, 50), MaxEventBytes = random.Next(1, 100), MaxTotalBytes = random.Next(300) }, pieces, body);
            runs++;
        }

        output.WriteLine($"{runs} damaged bodies, seed {Seed}, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.InRange(runs, 5_000, MaxRuns);
    }

    private static void AssertFailsAtLimitsOnly(SseLimits limits, ReadOnlyMemory<byte>[] pieces, byte[] body)
    {
        var failure = Record.Exception(() => SseRun.Parse(limits, pieces));
        Assert.True(failure is null or SseLimitException, $"{Corpus.Escape(body)} gave {failure}");
    }

    private static void AssertSame(List<string> expected, List<string> found, byte[] body)
        => Assert.True(expected.SequenceEqual(found), $"{Corpus.Escape(body)}\nexpected {string.Join(" / ", expected)}\nfound    {string.Join(" / ", found)}");
}
