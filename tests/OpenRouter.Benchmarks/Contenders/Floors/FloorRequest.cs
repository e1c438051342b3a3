namespace OpenRouter.Benchmarks.Contenders.Floors;

/// <summary>The request of those who have no client: a constant body, sent by HttpClient.</summary>
internal static class FloorRequest
{
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "chat/completions"))
        {
            Content = new StringContent("""{"model":"a/b","messages":[{"role":"user","content":"x"}],"stream":true}""", null, "application/json"),
        };
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }
}
