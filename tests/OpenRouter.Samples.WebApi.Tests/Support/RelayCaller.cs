using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>Calls a relay as programs do.</summary>
internal sealed class RelayCaller(Uri address, string? key = RelayCaller.Ann) : IDisposable
{
    public const string Ann = RelayProgram.AnnKey;
    public const string Question = """{"preset":"brief","messages":[{"role":"user","text":"Tell me of Zanzibar-7741."}]}""";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.Zero, CookieContainer = new CookieContainer() })
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request, and comes back with the head of the response.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string json, CancellationToken token, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), token, headers);

    /// <summary>Begins a stream.</summary>
    public async Task<RelayStream> OpenAsync(CancellationToken token, string question = Question, string path = "/api/chat")
    {
        var response = await PostAsync(path, question, token);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}: {(response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync(token))}");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new RelayStream(response, await response.Content.ReadAsStreamAsync(token));
    }

    /// <summary>Reads a stream to its end.</summary>
    public async Task<IReadOnlyList<RelayEvent>> ReadAsync(CancellationToken token, string question = Question, string path = "/api/chat")
    {
        using var stream = await OpenAsync(token, question, path);
        return await stream.RestAsync(token);
    }

    /// <summary>Sends what is refused, and comes back with the error and its status.</summary>
    public async Task<(int Status, string Code)> RefusedAsync(string json, CancellationToken token, string path = "/api/chat")
    {
        using var response = await PostAsync(path, json, token);
        return ((int)response.StatusCode, await CodeOfAsync(response, token));
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage response, CancellationToken token)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(token));
        return body.RootElement.GetProperty("code").GetString()!;
    }
}
