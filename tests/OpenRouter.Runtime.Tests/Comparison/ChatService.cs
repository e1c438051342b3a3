using System.Net;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>Answers with an ending.</summary>
internal static class ChatService
{
    public static Script For(ChatEnding ending, bool isBytewise = false)
        => new((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, new PieceStream(isBytewise ? Wire.Bytewise(ending.Body) : [Wire.Bytes(ending.Body)], ending.IsLost ? new IOException("reset by peer") : null), ending.ContentType)));
}
