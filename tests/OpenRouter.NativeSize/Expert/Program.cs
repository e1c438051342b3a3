using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using OpenRouter.NativeSize;

// What somebody who knows .NET writes by hand: parser and serializer of the platform, without reflection.
using var client = new HttpClient();
using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{args[0]}/chat/completions"))
{
    Content = JsonContent.Create(new ChatRequest("openai/gpt-4o-mini", [new ChatMessage("user", "Tell me a short story.")], true), ChatJson.Default.ChatRequest),
};
request.Headers.Authorization = new("Bearer", "sk-or-v1-0000");
using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
response.EnsureSuccessStatusCode();
await using var body = await response.Content.ReadAsStreamAsync();
var events = SseParser.Create(body, static (_, data) => data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, ChatJson.Default.ChatChunk));
long first = 0;
long count = 0;
await foreach (var item in events.EnumerateAsync())
{
    if (item.Data?.Choices is [{ Delta.Content: { } text }, ..])
    {
        first = first == 0 ? Moments.Now : first;
        count += text.Length;
    }
}

Moments.Report(first, count);
