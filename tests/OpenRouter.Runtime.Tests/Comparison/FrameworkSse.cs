using System.Net.ServerSentEvents;
using System.Reflection;
using OpenRouter.Runtime.Tests.Sse;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>The parser of the framework. It tells of no comment and of no event that is cut.</summary>
internal static class FrameworkSse
{
    public static string Version { get; } = typeof(SseParser).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<List<string>> ReadAsync(byte[] body, bool isBytewise, CancellationToken cancellationToken)
    {
        using Stream stream = isBytewise ? new PieceStream(body.Select(static value => new[] { value })) : new MemoryStream(body);
        var parser = SseParser.Create(stream, static (_, data) => data.ToArray());
        var found = new List<string>();
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            found.Add(SseRun.Event(item.EventType, parser.LastEventId, item.Data));
        }

        return found;
    }

    /// <summary>How many reads it takes until the first event is there.</summary>
    public static async Task<int> ReadsBeforeTheFirstEventAsync(PieceStream stream, CancellationToken cancellationToken)
    {
        await using var events = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        return await events.MoveNextAsync() ? stream.Reads : int.MaxValue;
    }
}
