using System.Text;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Wires;

namespace OpenRouter.Runtime.Tests.Wires;

/// <summary>Tells events to an answer.</summary>
internal static class Events
{
    public static EventAnswer Read(params string[] events) => ReadWithin(1 << 22, events);

    public static EventAnswer ReadWithin(long maxChars, params string[] events)
    {
        var answer = new EventAnswer(maxChars);
        foreach (var item in events)
        {
            answer.Read(Encoding.UTF8.GetBytes(item));
        }

        return answer;
    }

    public static ChatAnswer Answer(params string[] events) => Read(events).Snapshot(AnswerOutcome.Completed);

    /// <summary>The data of the events of a body with LF or CRLF line ends.</summary>
    public static string[] Of(byte[] body)
        => [.. Encoding.UTF8.GetString(body).ReplaceLineEndings("\n").Split('\n')
            .Where(static line => line.StartsWith("data:", StringComparison.Ordinal))
            .Select(static line => line[5..].Trim())
            .Where(static data => data.Length > 0 && data != "[DONE]")];
}
