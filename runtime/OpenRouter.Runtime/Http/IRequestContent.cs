namespace OpenRouter.Runtime.Http;

/// <summary>A body that is no JSON. A native program holds the kinds that it makes, and no others.</summary>
internal interface IRequestContent
{
    /// <summary>Whether it can be sent a second time.</summary>
    bool CanBeSentAgain { get; }

    /// <summary>The content of a request. It must not be disposed: it would dispose the caller's streams.</summary>
    /// <param name="contentType">The media type that the operation names; null for the usual one.</param>
    HttpContent ToContent(string? contentType);
}
