using System.Text;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Whoever disposes a stream while another thread reads its events by shape, at whatever moment: no item shows memory that was given back.</summary>
public sealed class DisposalShapeTests
{
    private const int Events = 400;

    [Theory]
    [InlineData(StreamKind.ChatAsReceived)]
    [InlineData(StreamKind.Responses)]
    public async Task Dispose_BetweenEventsThatAreReadByShape_ShowsNoForeignBytes(StreamKind kind)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1000, Events).Select(number => kind == StreamKind.Responses
            ? $$"""data: {"type":"response.output_text.delta","item_id":"i1","output_index":0,"content_index":0,"delta":"t{{number}}","sequence_number":{{number}}}""" + "\n\n"
            : $$$"""data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"t{{{number}}}"}}]}""" + "\n\n")));
        var pool = new CountingPool { MinimumSize = 1 << 16 };
        using var player = new PlayedBody(body, configure: options => options.Pool = pool);
        for (var round = 0; round < 300; round++)
        {
            await (kind == StreamKind.Responses
                ? RaceAsync(StreamReading.Responses(player.Client), static item => JsonModel.ToJson(item), round)
                : RaceAsync(StreamReading.Chat(player.Client).AsReceived(), static chunk => JsonModel.ToJson(chunk), round));

            Assert.Equal((0, 0), (pool.Out, pool.Refused));
        }
    }

    private static async Task RaceAsync<T>(IAsyncEnumerable<T> stream, Func<T, string> print, int moment)
    {
        var items = new List<T>();
        var reached = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            try
            {
                await foreach (var item in stream)
                {
                    items.Add(item);
                    if (items.Count == moment)
                    {
                        reached.SetResult();
                    }
                }
            }
            finally
            {
                reached.TrySetResult();
            }
        });
        await (moment == 0 ? Task.CompletedTask : reached.Task);
        await ((IAsyncDisposable)stream).DisposeAsync();

        var thrown = await Record.ExceptionAsync(() => reading);
        Assert.True(thrown is OperationCanceledException or Core.StreamInterruptedException or ObjectDisposedException, thrown?.ToString());
        Assert.All(items, (item, index) => Assert.Contains($"\"t{1000 + index}\"", print(item), StringComparison.Ordinal));
    }
}
