using System.Text;
using System.Text.Json;

namespace OpenRouter.Testing.Wire;

/// <summary>Turns an HTTP request into its record. Whatever is or holds the key is replaced before it is kept.</summary>
/// <param name="basePath">The path of the base address.</param>
/// <param name="key">The key that is accepted.</param>
internal sealed class RequestReader(string basePath, string key)
{
    private const string Mask = "***";
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "X-Api-Key", "X-OpenRouter-API-Keys",
    };

    public async Task<EmulatedRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var address = message.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var sent = message.Headers.Authorization?.Parameter;
        var body = message.Content is { } content
            ? Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
            : "";
        var text = Hide(body, sent);
        return new EmulatedRequest(message.Method.Method, Hide(PathOf(address), sent), Hide(address.Query.TrimStart('?'), sent))
        {
            Headers = Headers(message, sent),
            IsAuthorized = message.Headers.Authorization is { Scheme: "Bearer" } && sent == key,
            HasAuthorization = message.Headers.Authorization is not null,
            BodyText = text,
            Body = Parse(text),
        };
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private string PathOf(Uri address)
        => address.AbsolutePath.StartsWith(basePath + "/", StringComparison.Ordinal) ? address.AbsolutePath[basePath.Length..] : address.AbsolutePath;

    private Dictionary<string, string> Headers(HttpRequestMessage message, string? sent)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in message.Content is null ? message.Headers : message.Headers.Concat(message.Content.Headers))
        {
            headers[name] = Secrets.Contains(name) ? Mask : Hide(string.Join(", ", values), sent);
        }

        return headers;
    }

    private string Hide(string text, string? sent)
    {
        var clean = text.Replace(key, Mask, StringComparison.Ordinal);
        return string.IsNullOrEmpty(sent) ? clean : clean.Replace(sent, Mask, StringComparison.Ordinal);
    }
}
