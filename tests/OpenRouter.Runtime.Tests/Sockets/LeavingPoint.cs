using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>How far an answer has come when the caller leaves it.</summary>
public enum LeavingPoint
{
    /// <summary>The request was sent; nothing has come.</summary>
    BeforeHeaders,

    /// <summary>The headers have come.</summary>
    BeforeFirstChunk,

    /// <summary>Only keep-alives have come.</summary>
    AfterComment,

    /// <summary>A chunk has come.</summary>
    BetweenChunks,

    /// <summary>A chunk and a part of the next have come.</summary>
    InsideEvent,

    /// <summary>The finish reason has come; usage and end mark have not.</summary>
    InHeldEnd,
}

/// <summary>What the server sends up to a point.</summary>
internal static class LeavingPoints
{
    /// <summary>The body so far; null when there are no headers.</summary>
    public static string? Body(this LeavingPoint point) => point switch
    {
        LeavingPoint.BeforeHeaders => null,
        LeavingPoint.BeforeFirstChunk => "",
        LeavingPoint.AfterComment => ": OPENROUTER PROCESSING\n\n",
        LeavingPoint.BetweenChunks => Wire.Text("Hi"),
        LeavingPoint.InsideEvent => Wire.Text("Hi") + "data: {\"id\":\"gen-1\",\"cho",
        _ => Wire.Text("Hi") + Wire.Finish(),
    };

    /// <summary>Whether a chunk is handed out before the caller waits.</summary>
    public static bool HasChunk(this LeavingPoint point) => point >= LeavingPoint.BetweenChunks;
}
