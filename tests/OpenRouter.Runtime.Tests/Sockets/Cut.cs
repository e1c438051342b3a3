namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>How a connection is lost.</summary>
public enum Cut
{
    /// <summary>The server closes.</summary>
    Close,

    /// <summary>The server closes its side only.</summary>
    HalfClose,

    /// <summary>The server breaks the connection.</summary>
    Reset,
}
