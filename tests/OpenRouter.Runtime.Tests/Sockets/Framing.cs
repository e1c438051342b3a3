namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>How an HTTP/1.1 body says where it ends.</summary>
public enum Framing
{
    /// <summary>Chunks, then an empty one.</summary>
    Chunked,

    /// <summary>As long as the header says.</summary>
    Length,

    /// <summary>When the connection is closed.</summary>
    Close,
}
