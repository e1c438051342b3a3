using System.Buffers;
using System.Net.Http.Headers;

namespace OpenRouter.Runtime.Http;

/// <summary>Makes the content of a request out of the one kind of body that it has.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>The content; null when the request has no body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="pool">Where the memory of a model comes from; see <see cref="Release"/>.</param>
    public static HttpContent? Of(ApiRequest request, ArrayPool<byte> pool) => request switch
    {
        { Other: { } other } => other.ToContent(request.ContentType),
        { Body: { } body } => new ModelContent(body, request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : JsonType, pool),
        _ => null,
    };

    /// <summary>Gives back what was rented for a content; it can still be sent.</summary>
    public static void Release(HttpContent? content) => (content as ModelContent)?.Release();

    /// <summary>Bytes of a media type.</summary>
    public static ReadOnlyMemoryContent Of(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type) => new(bytes) { Headers = { ContentType = type } };
}
