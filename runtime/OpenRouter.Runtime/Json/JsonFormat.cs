namespace OpenRouter.Runtime.Json;

/// <summary>How JSON is written and read, in one place.</summary>
internal static class JsonFormat
{
    /// <summary>For bodies of requests: nobody but a JSON reader sees them, so nothing is escaped that need not be.</summary>
    public static readonly JsonEscaping Wire = new(markup: "");

    /// <summary>For text that may end up in a page or a log: letters stay readable, markup is escaped.</summary>
    public static readonly JsonEscaping Text = new(markup: "\"&'+<>`");
}
