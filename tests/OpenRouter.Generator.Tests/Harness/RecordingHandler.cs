using System.Net;
using System.Text;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>A service that remembers what it was sent and gives the answers of a list, the last one again and again.</summary>
internal sealed class RecordingHandler(params string[] answers) : HttpMessageHandler
{
    public List<SentRequest> Requests { get; } = [];

    public string AnswerType { get; init; } = "application/json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(new SentRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)));
        var answer = answers.Length == 0 ? "{}" : answers[Math.Min(Requests.Count, answers.Length) - 1];
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, AnswerType) };
    }
}
