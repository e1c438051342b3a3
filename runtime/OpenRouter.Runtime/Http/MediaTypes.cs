using System.Net.Http.Headers;

namespace OpenRouter.Runtime.Http;

/// <summary>Checks media types before .NET sees them.</summary>
internal static class MediaTypes
{
    /// <summary>Gives the media type back when it is one, or null.</summary>
    /// <exception cref="ArgumentException">The text is no media type.</exception>
    public static string? Check(string? contentType, string parameter)
        => contentType is null || MediaTypeHeaderValue.TryParse(contentType, out _)
            ? contentType
            : throw new ArgumentException("The content type is no media type such as audio/mpeg.", parameter);
}
