using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>A body that is text.</summary>
/// <param name="text">The text.</param>
internal sealed class TextBody(string text) : IRequestContent
{
    /// <summary>The text.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public bool CanBeSentAgain => true;

    /// <inheritdoc/>
    public HttpContent ToContent(string? contentType)
        => RequestContent.Of(Encoding.UTF8.GetBytes(text), new(contentType ?? "text/plain") { CharSet = "utf-8" });
}
