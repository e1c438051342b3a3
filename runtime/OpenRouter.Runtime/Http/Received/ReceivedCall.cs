using OpenRouter.Core;

namespace OpenRouter.Runtime.Http.Received;

/// <summary>
/// A connection and a request for an answer that another client received, so that it is read by the very code that reads
/// our own. Nothing is sent.
/// </summary>
internal sealed class ReceivedCall
{
    /// <summary>The end of the base address; what comes before it is no part of an operation.</summary>
    private const string Version = "/v1/";

    private static readonly Uri DefaultAddress = new("https://openrouter.ai/api/v1");

    private ReceivedCall(ApiConnection connection, ApiRequest request) => (Connection, Request) = (connection, request);

    public ApiConnection Connection { get; }

    public ApiRequest Request { get; }

    public static ReceivedCall Of(HttpResponseMessage response, OpenRouterClientOptions? options)
    {
        var sent = response.RequestMessage;
        var authorization = sent?.Headers.Authorization;
        var key = KeyOf(authorization?.Parameter);
        var (address, path) = Split(sent?.RequestUri);
        var answer = new ReceivedAnswer(response);
        var request = new ApiRequest(sent?.Method ?? HttpMethod.Get, path)
        {
            Received = answer,

            // Only a request that is known to have had no key is told that it had none.
            Anonymous = sent is null || authorization is not null,
        };
        return new ReceivedCall(new ApiConnection((options ?? new OpenRouterClientOptions()).ForReceived(answer, address, key), DefaultAddress), request);
    }

    /// <summary>The service may echo the key, whoever sent it.</summary>
    private static ApiKey? KeyOf(string? parameter)
        => string.IsNullOrWhiteSpace(parameter) || parameter.AsSpan().Trim().ContainsAnyExceptInRange('!', '~') ? null : new ApiKey(parameter);

    /// <summary>The base address, for traces, and the path of the operation, for messages.</summary>
    private static (Uri Address, string Path) Split(Uri? sent)
    {
        if (sent is not { IsAbsoluteUri: true, Host.Length: > 0 })
        {
            return (DefaultAddress, "(unknown)");
        }

        // It is not sent to, so an address within the machine room of the caller need not be https.
        var path = sent.AbsolutePath;
        var end = path.IndexOf(Version, StringComparison.Ordinal) is var at and >= 0 ? at + Version.Length - 1 : 0;
        return (new UriBuilder(Uri.UriSchemeHttps, sent.Host, sent.Port, path[..end]).Uri, path[end..]);
    }
}
