using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>A stream that is disposed by one thread while another reads it ends as cancelled and shows no bytes of others.</summary>
[Collection(Alone.Name)]
public sealed class DisposalRaceTests
{
    private const int Rounds = 120;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("loop")]
    [InlineData("text")]
    [InlineData("collect")]
    [InlineData("events")]
    public async Task Dispose_AtAnyMoment_IsACancellationOrTheEnd(string reader)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var mine = (char)('a' + (round % 26));
            var (begun, reading, dispose) = Start(reader, mine);
            var other = Start(reader, (char)('A' + (round % 26))).Reading;
            await begun;
            var spins = round * 37 % 5000;
            await Task.Run(() =>
            {
                Thread.SpinWait(spins);
                return dispose();
            }, Token);

            try
            {
                Assert.All((await reading).Replace("\n", "", StringComparison.Ordinal), letter => Assert.Equal(mine, letter));
            }
            catch (OperationCanceledException)
            {
                // It was in time.
            }

            await other;
        }
    }

    private static (Task Begun, Task<string> Reading, Func<Task> Dispose) Start(string reader, char letter)
    {
        var piece = new string(letter, 200);
        var part = string.Concat(Enumerable.Repeat(reader == "events" ? Wire.Event($"{{\"type\":\"{piece}\"}}") : Wire.Text(piece), 20));
        var end = reader == "events" ? Wire.Event("{\"type\":\"completed\"}") : Wire.Finish() + Wire.Done;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var transport = new Script((_, _) =>
        {
            begun.SetResult();
            return Task.FromResult(Script.Response(System.Net.HttpStatusCode.OK, new PieceStream(Enumerable.Repeat(Wire.Bytes(part), 10).Append(Wire.Bytes(end))), "text/event-stream"));
        }).Transport();
        if (reader == "events")
        {
            var events = transport.StreamEvents<EventItem>(new(HttpMethod.Post, "responses"), Token);
            return (begun.Task, Task.Run(() => ReadAsync(events), Token), () => events.DisposeAsync().AsTask());
        }

        var chat = transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        return (begun.Task, Task.Run(() => ReadAsync(chat, reader), Token), () => chat.DisposeAsync().AsTask());
    }

    private static async Task<string> ReadAsync(EventStream<EventItem> stream)
    {
        var text = "";
        await foreach (var item in stream.WithCancellation(Token))
        {
            text += item.Type is "completed" ? "" : item.Type;
        }

        return text;
    }

    private static async Task<string> ReadAsync(ChatStream<TestChunk> stream, string reader)
    {
        var text = "";
        switch (reader)
        {
            case "loop":
                await foreach (var chunk in stream.WithCancellation(Token))
                {
                    text += chunk.Text;
                }

                return text;
            case "text":
                await foreach (var piece in stream.TextAsync(Token))
                {
                    text += piece;
                }

                return text;
            default:
                return (await stream.CollectAsync(Token)).Text;
        }
    }
}
