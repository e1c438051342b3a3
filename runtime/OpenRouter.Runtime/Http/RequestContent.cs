using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

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
        { Multipart: { } form } => form.ToContent(),
        { UrlEncoded: { } form } => Of(Encoding.ASCII.GetBytes(form.ToText()), new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        { Binary: { } file } => Of(file, request.ContentType),
        { Text: { } text } => Of(Encoding.UTF8.GetBytes(text), new MediaTypeHeaderValue(request.ContentType ?? "text/plain") { CharSet = "utf-8" }),
        { Body: { } body } => new ModelContent(body, request.ContentType is { } other ? MediaTypeHeaderValue.Parse(other) : JsonType, pool),
        _ => null,
    };

    /// <summary>Gives back what was rented for a content; it can still be sent.</summary>
    public static void Release(HttpContent? content) => (content as ModelContent)?.Release();

    private static ReadOnlyMemoryContent Of(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type) => new(bytes) { Headers = { ContentType = type } };

    // The content is never disposed, so the stream stays the caller's.
    private static StreamContent Of(BinaryBody file, string? type)
        => new(file.Rewind()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType ?? type ?? "application/octet-stream") } };
}
