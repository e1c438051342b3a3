using System.Net;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>Answers with an ending.</summary>
internal static class ChatService
{
    /// <param name="ending">The ending.</param>
    /// <param name="pieces">The pieces in which its body arrives; one when there are none.</param>
    public static Script For(ChatEnding ending, byte[][]? pieces = null)
        => new((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, new PieceStream(pieces ?? [Wire.Bytes(ending.Body)], ending.IsLost ? new IOException("reset by peer") : null), ending.ContentType)));
}
