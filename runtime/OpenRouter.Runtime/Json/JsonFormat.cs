using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenRouter.Runtime.Json;

/// <summary>How JSON is written and read, in one place.</summary>
internal static class JsonFormat
{
    /// <summary>For bodies of requests: nobody but a JSON reader sees them, so nothing is escaped that need not be.</summary>
    public static readonly JsonWriterOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = JsonReader.MaxDepth };

    /// <summary>For text that may end up in a page or a log: letters stay readable, markup is escaped.</summary>
    public static readonly JsonWriterOptions Text = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true, MaxDepth = JsonReader.MaxDepth };
}
