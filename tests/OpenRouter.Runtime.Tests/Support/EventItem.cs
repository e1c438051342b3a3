using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>An event as the generator would write it, of a wire of its own.</summary>
internal readonly record struct EventItem(string Type, JsonElement? Error) : IStreamEvent<EventItem>
{
    public void Vary(VaryingPaths paths)
    {
    }

    public EventItem With(VaryingValues values) => this;

    public StreamEventRole Role => Type switch
    {
        "completed" => StreamEventRole.Completed,
        "failed" => StreamEventRole.Failed,
        _ => StreamEventRole.Event,
    };

    public static EventItem ReadFrom(ref JsonReader reader)
    {
        var element = JsonRead.Element(ref reader);
        return new EventItem(element.GetProperty("type").GetString()!, element.TryGetProperty("error", out var error) ? error : null);
    }
}
