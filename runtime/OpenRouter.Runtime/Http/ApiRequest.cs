using System.Globalization;
using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>One request, described: nothing is sent before an <see cref="ApiTransport"/> takes it.</summary>
public sealed class ApiRequest
{
    private readonly StringBuilder _query;
    private List<KeyValuePair<string, string>>? _headers;
    private StringBuilder? _cookies;

    /// <summary>Describes a request.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path below the base address; placeholders were filled through <see cref="EscapePath"/>.</param>
    public ApiRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        Method = method;
        Path = path;
        _query = new StringBuilder();
    }

    private ApiRequest(ApiRequest other, IJsonWritable body)
    {
        (_query, _headers, _cookies) = (other._query, other._headers, other._cookies);
        (Method, Path, Operation, Body, ContentType) = (other.Method, other.Path, other.Operation, body, other.ContentType);
        (Anonymous, BaseAddress, IsLookup, Creates) = (other.Anonymous, other.BaseAddress, other.IsLookup, other.Creates);
    }

    /// <summary>The verb.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the base address.</summary>
    public string Path { get; }

    /// <summary>The name of the operation, for messages.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The JSON to send.</summary>
    public IJsonWritable? Body { get; init; }

    /// <summary>The form to send instead of JSON.</summary>
    public MultipartBody? Multipart { get => Other as MultipartBody; init => Other = value ?? Other; }

    /// <summary>The form without files to send instead of JSON.</summary>
    public UrlEncodedBody? UrlEncoded { get => Other as UrlEncodedBody; init => Other = value ?? Other; }

    /// <summary>The bytes to send instead of JSON.</summary>
    public BinaryBody? Binary { get => Other as BinaryBody; init => Other = value ?? Other; }

    /// <summary>The text to send instead of JSON.</summary>
    public string? Text { get => (Other as TextBody)?.Text; init => Other = value is null ? Other : new TextBody(value); }

    /// <summary>The media type of the body, where it is not the usual one of its kind.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the key is left out.</summary>
    public bool Anonymous { get; init; }

    /// <summary>An address for this operation alone.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Whether the service may answer 404 for a while, until it has written what is looked up.</summary>
    public bool IsLookup { get; init; }

    /// <summary>Whether the request creates something that sending it twice would create twice.</summary>
    public bool Creates { get; init; }

    /// <summary>Whether the body can be sent a second time.</summary>
    internal bool CanBeSentAgain => Other?.CanBeSentAgain ?? true;

    /// <summary>The answer that is there already, where nothing is sent; null else. Disposing it ends only what nobody has read.</summary>
    internal IDisposable? Received { get; init; }

    /// <summary>What is sent instead of JSON.</summary>
    internal IRequestContent? Other { get; private init; }

    /// <summary>The query that was collected, with its question mark; empty when there is none.</summary>
    internal string QueryText => _query.ToString();

    /// <summary>The cookies that were collected, as one header; null when there is none.</summary>
    internal string? CookieText => _cookies?.ToString();

    /// <summary>The headers that were collected.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? [];

    /// <summary>Percent-encodes one segment of a path.</summary>
    /// <exception cref="ArgumentException">The segment is empty, <c>.</c> or <c>..</c>: it would name another resource.</exception>
    public static string EscapePath(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is "" or "." or "..")
        {
            throw new ArgumentException("A part of a path must not be empty, '.' or '..': it would lead to another resource.", nameof(value));
        }

        return Uri.EscapeDataString(value);
    }

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null)
        {
            EscapedQuery(Uri.EscapeDataString(name), Uri.EscapeDataString(value));
        }

        return this;
    }

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, double? value) => Query(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, decimal? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, bool? value) => Query(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds a parameter to the query; null leaves it out.</summary>
    public ApiRequest Query(string name, DateTimeOffset? value)
        => Query(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a parameter once for each value; null leaves it out.</summary>
    public ApiRequest Query(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Query(name, value);
        }

        return this;
    }

    /// <summary>Adds a header; null leaves it out.</summary>
    /// <exception cref="ArgumentException">Name or value cannot be sent; the message does not quote the value.</exception>
    public ApiRequest Header(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            HeaderText.Check(name, value);
            (_headers ??= []).Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a cookie; null leaves it out. What a cookie cannot carry is percent-encoded.</summary>
    /// <exception cref="ArgumentException">The name cannot be sent.</exception>
    public ApiRequest Cookie(string name, string? value)
    {
        if (value is not null)
        {
            EscapedCookie(name, UriText.EscapeCookie(value));
        }

        return this;
    }

    /// <summary>The same request with another JSON body.</summary>
    internal ApiRequest WithBody(IJsonWritable body) => new(this, body);

    /// <summary>Adds a parameter that is escaped already.</summary>
    internal void EscapedQuery(string name, string value) => _query.Append(_query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);

    /// <summary>Adds a cookie that is escaped already.</summary>
    internal void EscapedCookie(string name, string value)
    {
        HeaderText.CheckToken(name, nameof(name));
        _cookies ??= new StringBuilder();
        _cookies.Append(_cookies.Length == 0 ? "" : "; ").Append(name).Append('=').Append(value);
    }

    /// <summary>Verb and path: no query, no header, no body.</summary>
    public override string ToString() => $"{Method} {Path}";
}
