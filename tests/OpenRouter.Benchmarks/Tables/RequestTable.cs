using System.Text.Json;
using OpenRouter.Benchmarks.Answers;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Requests;

namespace OpenRouter.Benchmarks.Tables;

/// <summary>Writing a chat request of a hundred messages with tools and images.</summary>
internal static class RequestTable
{
    private const int Runs = 20;

    public static async Task PrintAsync(TextWriter output)
    {
        using var handler = new CopyingHandler(CompletionBody.Short());
        using var writing = new RequestWriting(handler);
        await VerifyAsync(handler, writing.Sent);
        var table = new Table(output, "a request", isLarge: true);
        table.Add("written into memory", await Rounds.RunAsync(writing.Written, Runs, units: 1));
        table.Add("sent, the body taken by a handler", await Rounds.RunAsync(writing.Sent, Runs, units: 1));
        table.Print($"A chat request of {Conversation.Turns.Count} messages with {Conversation.Turns.Count(static turn => turn.Image is not null)} images and {Conversation.Tools.Count} tools");
    }

    private static async Task VerifyAsync(CopyingHandler handler, IReadOnlyList<Subject> subjects)
    {
        string? first = null;
        foreach (var subject in subjects)
        {
            using var sink = new MemoryStream();
            handler.Sink = sink;
            await subject.RunAsync();
            using var json = JsonDocument.Parse(sink.ToArray());
            var print = JsonPrint.Of(json.RootElement);
            first ??= print;
            if (print != first)
            {
                throw new InvalidOperationException($"{subject.Name} sent another request than the expert: {JsonPrint.Difference(first, print)}");
            }
        }

        handler.Sink = Stream.Null;
    }
}
