using System.IO.Compression;

namespace OpenRouter.Runtime.Http;

/// <summary>Inflates a body, so that whoever reads it counts what comes out.</summary>
internal static class Inflation
{
    /// <summary>The body as it was before it was compressed; null when it was in a way that is not known here.</summary>
    /// <param name="body">The body.</param>
    /// <param name="encodings">How it was compressed, in order.</param>
    public static Stream? Open(Stream body, ICollection<string> encodings)
    {
        Stream? opened = body;
        var names = new string[encodings.Count];
        encodings.CopyTo(names, 0);
        for (var index = names.Length - 1; index >= 0; index--)
        {
            opened = (opened, names[index].ToLowerInvariant()) switch
            {
                (null, _) => null,
                (_, "identity") => opened,
                (_, "gzip" or "x-gzip") => new GZipStream(opened, CompressionMode.Decompress),
                (_, "br") => new BrotliStream(opened, CompressionMode.Decompress),
                _ => null,
            };
        }

        return opened;
    }
}
