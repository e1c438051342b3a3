namespace OpenRouter.Runtime.Http;

/// <summary>A file to upload. The stream stays the caller's to dispose.</summary>
/// <param name="content">The bytes.</param>
/// <param name="fileName">The name that the service sees.</param>
/// <param name="contentType">The media type, such as <c>audio/mpeg</c>; null when unknown.</param>
public sealed class FilePart(Stream content, string fileName, string? contentType = null)
{
    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    private readonly long _start = content.CanSeek ? content.Position : 0;

    /// <summary>The name that the service sees.</summary>
    public string FileName { get; } = fileName ?? throw new ArgumentNullException(nameof(fileName));

    /// <summary>The media type.</summary>
    public string? ContentType { get; } = contentType;

    /// <summary>The stream where it stood at first.</summary>
    internal Stream Rewind()
    {
        if (Content.CanSeek)
        {
            Content.Position = _start;
        }

        return Content;
    }
}
