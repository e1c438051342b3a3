using System.Net.Http.Headers;

namespace OpenRouter.Runtime.Http;

/// <summary>A request body that is sent as it is: a file, sound, text in a form that this client does not know. The stream stays the caller's to dispose.</summary>
/// <param name="content">The bytes.</param>
/// <param name="contentType">The media type, such as <c>image/png</c>; null for the one that the operation names.</param>
public sealed class BinaryBody(Stream content, string? contentType = null) : IRequestContent
{
    /// <summary>Sends bytes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The media type; null for the one that the operation names.</param>
    public BinaryBody(byte[] content, string? contentType = null)
        : this(new MemoryStream(content ?? throw new ArgumentNullException(nameof(content)), writable: false), contentType)
    {
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>The media type; null for the one that the operation names.</summary>
    public string? ContentType { get; } = MediaTypes.Check(contentType, nameof(contentType));

    private readonly long _start = content.CanSeek ? content.Position : 0;

    /// <summary>Whether the bytes can be sent a second time.</summary>
    bool IRequestContent.CanBeSentAgain => Content.CanSeek;

    /// <summary>Sends a stream with the media type that the operation names.</summary>
    public static implicit operator BinaryBody(Stream content) => new(content);

    /// <summary>Sends bytes with the media type that the operation names.</summary>
    public static implicit operator BinaryBody(byte[] content) => new(content);

    /// <summary>Sends a stream with the media type that the operation names.</summary>
    public static BinaryBody FromStream(Stream content) => new(content);

    /// <summary>Sends bytes with the media type that the operation names.</summary>
    public static BinaryBody FromByteArray(byte[] content) => new(content);

    /// <summary>The bytes from where the stream stood at first.</summary>
    HttpContent IRequestContent.ToContent(string? contentType)
        => new StreamContent(Rewind()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType ?? contentType ?? "application/octet-stream") } };

    private Stream Rewind()
    {
        if (Content.CanSeek)
        {
            Content.Position = _start;
        }

        return Content;
    }
}
