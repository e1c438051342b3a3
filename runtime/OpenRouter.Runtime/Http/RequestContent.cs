using System.Net.Http.Headers;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Makes the content of a request out of the one kind of body that it has.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>The content; null when the request has no body.</summary>
    public static HttpContent? Of(ApiRequest request) => request switch
    {
        { Other: { } other } => other.ToContent(request.ContentType),
        { Body: { } body } => Of(JsonModel.Write(body, JsonFormat.Wire).WrittenMemory, request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : JsonType),
        _ => null,
    };

    /// <summary>Bytes of a media type.</summary>
    public static ReadOnlyMemoryContent Of(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type) => new(bytes) { Headers = { ContentType = type } };
}
