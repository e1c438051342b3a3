using System.Text.Json;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One event of a stream that is no chat completion. The generator writes the implementation.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IStreamEvent<TSelf> : IVarying<TSelf>
    where TSelf : IStreamEvent<TSelf>
{
    /// <summary>What the event means for the stream.</summary>
    StreamEventRole Role { get; }

    /// <summary>The error of an event of role <see cref="StreamEventRole.Failed"/>.</summary>
    JsonElement? Error { get; }
}
