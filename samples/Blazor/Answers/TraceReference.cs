using System.Diagnostics;

namespace BlazorChat.Answers;

/// <summary>A name by which the log and the page speak of the same failure.</summary>
internal static class TraceReference
{
    public static string Next() => (Activity.Current?.TraceId is { } trace && trace != default ? trace : ActivityTraceId.CreateRandom()).ToHexString();
}
