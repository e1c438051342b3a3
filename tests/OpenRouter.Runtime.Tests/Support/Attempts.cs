using System.Net;
using System.Text;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A service that answers each attempt as the test says, on a clock that jumps over every wait of a retry.</summary>
internal sealed class Attempts
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = [];

    private Attempts() => Script = new Script((_, _) => Task.FromResult(_answers.Count > 1 ? _answers.Dequeue()() : _answers.Peek()()));

    /// <summary>The service; it has the requests.</summary>
    public Script Script { get; }

    /// <summary>The clock; it notes the waits.</summary>
    public SkippingTime Time { get; } = new();

    /// <summary>The waits between the attempts.</summary>
    public IReadOnlyList<TimeSpan> Waits => Time.Waits;

    public int Count => Script.Requests.Count;

    public static Attempts Of(params Func<HttpResponseMessage>[] answers)
    {
        var attempts = new Attempts();
        Array.ForEach(answers, attempts._answers.Enqueue);
        return attempts;
    }

    public static Func<HttpResponseMessage> Stream(string body, params (string Name, string Value)[] headers)
        => () => Script.Response(HttpStatusCode.OK, new MemoryStream(Encoding.UTF8.GetBytes(body)), "text/event-stream", headers);

    public static Func<HttpResponseMessage> Json(int status, string body, params (string Name, string Value)[] headers)
        => () => Script.Response((HttpStatusCode)status, new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json", headers);

    public static Func<HttpResponseMessage> Error(int status, params (string Name, string Value)[] headers)
        => Json(status, $$$"""{"error":{"code":{{{status}}},"message":"m"}}""", headers);

    public static Func<HttpResponseMessage> Throws(Exception exception) => () => throw exception;

    public static Func<HttpResponseMessage> Breaks(string body)
        => () => Script.Response(HttpStatusCode.OK, new PieceStream([Encoding.UTF8.GetBytes(body)], new IOException("reset")), "text/event-stream");

    public Action<OpenRouterClientOptions> With(RetryOptions? retries = null, CallTimeouts? timeouts = null) => options =>
    {
        options.TimeProvider = Time;
        options.Retries = retries ?? new RetryOptions();
        options.Timeouts = timeouts ?? new CallTimeouts { Headers = null, UnstreamedHeaders = null, Idle = null };
    };
}
