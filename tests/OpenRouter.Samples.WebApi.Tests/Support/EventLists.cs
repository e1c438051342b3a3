namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>What a list of events says.</summary>
internal static class EventLists
{
    /// <summary>The text, put together.</summary>
    public static string Text(this IEnumerable<RelayEvent> events) => string.Concat(events.Where(static one => one.Type == "text").Select(static one => one["text"]));

    /// <summary>The end, which is one and stands last.</summary>
    public static RelayEvent End(this IReadOnlyList<RelayEvent> events)
    {
        var end = Assert.Single(events, static one => one.IsTerminal);
        Assert.Same(events[^1], end);
        Assert.NotEmpty(end["traceId"]!);
        return end;
    }
}
