using System.Net.Http.Headers;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Http;

/// <summary>The headers of every request, checked once.</summary>
internal sealed class HeaderPlan
{
    private static readonly string Agent = $"OpenRouter.Generated/{typeof(HeaderPlan).Assembly.GetName().Version?.ToString(3)}";
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly ApiKey? _key;

    /// <summary>Checks and copies the headers of the options.</summary>
    /// <exception cref="ArgumentException">A header cannot be sent; the message does not quote it.</exception>
    public HeaderPlan(OpenRouterClientOptions options)
    {
        _key = options.ApiKey;
        Add("X-OpenRouter-Title", options.AppTitle, nameof(options.AppTitle));
        Add("HTTP-Referer", AddressText(options.AppUrl), nameof(options.AppUrl));
        Add("X-OpenRouter-Categories", options.AppCategories is { Count: > 0 } categories ? string.Join(',', categories) : null, nameof(options.AppCategories));
        foreach (var (name, value) in options.DefaultHeaders)
        {
            HeaderText.Check(name, value);
            _headers.Add(new(name, value));
        }
    }

    /// <summary>Sets the headers of a request; those of the request itself win over those of the options.</summary>
    public void Apply(HttpRequestMessage message, ApiRequest request, string accept)
    {
        var headers = message.Headers;

        // As text: the lists of parsed values are compiled for each kind of value, and a native program would hold them.
        headers.TryAddWithoutValidation("User-Agent", Agent);
        if (_key is not null && !request.Anonymous)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", _key.Reveal());
        }

        foreach (var (name, value) in request.Headers)
        {
            HeaderText.Add(headers, name, value);
        }

        foreach (var (name, value) in _headers)
        {
            if (!Names(request.Headers, name))
            {
                HeaderText.Add(headers, name, value);
            }
        }

        if (request.CookieText is { } cookies)
        {
            headers.TryAddWithoutValidation("Cookie", cookies);
        }

        if (!headers.Contains("Accept"))
        {
            headers.TryAddWithoutValidation("Accept", accept);
        }
    }

    private static bool Names(IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        for (var index = 0; index < headers.Count; index++)
        {
            if (headers[index].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? AddressText(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri)
        {
            return address?.OriginalString;
        }

        return new UriBuilder(address) { Host = address.IdnHost }.Uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    private void Add(string name, string? value, string parameter)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            HeaderText.CheckValue(name, value, parameter);
            _headers.Add(new(name, value));
        }
    }
}
