using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>An event whose type says what it means.</summary>
internal readonly record struct AnyEvent(string? Type, JsonElement? Error) : IStreamEvent<AnyEvent>
{
    public void Vary(VaryingPaths paths)
    {
    }

    public AnyEvent With(VaryingValues values) => this;

    public StreamEventRole Role => Type switch
    {
        "completed" => StreamEventRole.Completed,
        "failed" => StreamEventRole.Failed,
        _ => StreamEventRole.Event,
    };

    public static AnyEvent ReadFrom(ref JsonReader reader)
    {
        var element = JsonRead.Element(ref reader);
        return new AnyEvent(element.GetProperty("type").GetString(), element.TryGetProperty("error", out var error) ? error : null);
    }
}
