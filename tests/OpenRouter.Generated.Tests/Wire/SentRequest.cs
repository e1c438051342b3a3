using System.Text.Json;

namespace OpenRouter.Generated.Tests.Wire;

/// <summary>A request as it went out.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string BodyText)
{
    public JsonElement Body => JsonDocument.Parse(BodyText).RootElement;

    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new SentRequest(request.Method, request.RequestUri!, headers, body);
    }
}
