using System.Text;

namespace OpenRouter.Testing.Wire;

/// <summary>A body that is sent as it is.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type; empty for none.</param>
/// <param name="Bytes">The body.</param>
internal sealed record RawBody(int Status, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public const string JsonType = "application/json";

    public static RawBody Json(int status, string json) => new(status, JsonType, Encoding.UTF8.GetBytes(json));

    public static RawBody Json(byte[] json) => new(200, JsonType, json);
}
