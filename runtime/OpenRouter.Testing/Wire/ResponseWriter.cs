using System.Net;

namespace OpenRouter.Testing.Wire;

/// <summary>Makes the HTTP response: status and headers as OpenRouter sends them, and a body that is pulled.</summary>
internal static class ResponseWriter
{
    private const string EventStream = "text/event-stream";

    public static HttpResponseMessage Write(RawBody head, BodyPlan plan, Reply reply, EmulatedRequest request, HttpRequestMessage message, TimeProvider time)
    {
        var response = new HttpResponseMessage((HttpStatusCode)head.Status)
        {
            RequestMessage = message,
            Content = new StreamContent(new ReplyStream(plan, request, time)),
        };
        if (head.ContentType.Length > 0)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", head.ContentType);
        }

        if (head.ContentType.StartsWith(EventStream, StringComparison.Ordinal))
        {
            response.Headers.TryAddWithoutValidation("Cache-Control", "no-cache");
        }

        if (request.GenerationId is { } id)
        {
            response.Headers.TryAddWithoutValidation("X-Generation-Id", id);
        }

        if (request.Answer is { } facts)
        {
            response.Headers.TryAddWithoutValidation("X-Provider-Name", facts.Provider);
        }

        foreach (var (name, value) in reply.Headers)
        {
            response.Headers.Remove(name);
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
