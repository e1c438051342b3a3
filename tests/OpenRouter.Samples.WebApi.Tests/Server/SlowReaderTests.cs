using System.Globalization;
using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>A reader that takes nothing costs a connection for a moment, and no memory.</summary>
public sealed class SlowReaderTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private const int Events = 16_000;
    private const int EventChars = 4_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Reader_TakesNothing_MemoryStaysFlatAndTheStreamEnds()
    {
        using var caller = new RelayCaller(_fixture.Relay.Address);
        await caller.ReadAsync(Token);
        var before = _fixture.Relay.Memory;
        _fixture.Upstream.Emulator.Next(Reply.Raw(Endless()));

        using var response = await caller.PostAsync("/api/chat", RelayCaller.Question, Token);
        var highest = 0L;
        await Eventually.TrueAsync(
            () =>
            {
                highest = Math.Max(highest, _fixture.Relay.Memory);
                return _fixture.Relay.Log.Contains(": stalled after ", StringComparison.Ordinal);
            },
            "The stream of a reader that takes nothing never ended.",
            Token);
        await _fixture.Upstream.Chats[^1].Ended.WaitAsync(Token);

        // 64 MB of events, which JSON and strings would make larger.
        Assert.InRange(highest - before, long.MinValue, 40_000_000);
        Assert.InRange(_fixture.Upstream.Chats[^1].SentBytes, 0, Events * (long)EventChars * 3 / 4);
    }

    private static string Endless()
    {
        var text = new string('x', EventChars);
        return string.Concat(Enumerable.Range(0, Events).Select(index =>
            string.Create(CultureInfo.InvariantCulture, $$"""data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"{{index}}{{text}}"},"finish_reason":null}]}""") + "\n\n"));
    }
}
