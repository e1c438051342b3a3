using System.Text.Json;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Benchmarks.Requests;
using OpenRouter.Core;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Benchmarks.Answers;

/// <summary>The ways of reading one plain answer: from memory, and through a client.</summary>
/// <param name="Name">What the answer is.</param>
/// <param name="Read">The subjects that read it from memory.</param>
/// <param name="Received">The subjects that call for it.</param>
internal sealed record AnswerReading(string Name, IReadOnlyList<Subject> Read, IReadOnlyList<Subject> Received)
{
    private const string Expert = "expert: STJ source generation";
    private const string Own = "OpenRouter.Generated";

    public static AnswerReading OfModels(byte[] json, OpenRouterClient client, HttpClient http)
    {
        Verify(json, JsonSerializer.SerializeToElement(Experts(json), ExpertAnswerJson.Default.ExpertModels), JsonModel.Parse<ModelsListResponse>(json));
        return new(
            $"/models, {ModelsBody.Count} models",
            [new(Expert, () => Task.FromResult(Experts(json))), new(Own, () => Task.FromResult(JsonModel.Parse<ModelsListResponse>(json)))],
            [new(Expert, () => GetAsync(http)), new(Own, () => client.Models.ListModels().SendAsync())]);

        static ExpertModels? Experts(byte[] json) => JsonSerializer.Deserialize(json, ExpertAnswerJson.Default.ExpertModels);

        static async Task GetAsync(HttpClient http)
        {
            using var response = await http.GetAsync(new Uri("https://openrouter.ai/api/v1/models"), HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            await JsonSerializer.DeserializeAsync(body, ExpertAnswerJson.Default.ExpertModels);
        }
    }

    public static AnswerReading OfCompletion(byte[] json, OpenRouterClient client, HttpClient http)
    {
        Verify(json, JsonSerializer.SerializeToElement(Experts(json), ExpertAnswerJson.Default.ExpertCompletion), JsonModel.Parse<ChatResult>(json));
        var request = new ChatRequest { Model = Conversation.Model, Messages = [new ChatUserMessage { Content = "x" }] };
        return new(
            $"a completion of {json.Length / 1024} KB",
            [new(Expert, () => Task.FromResult(Experts(json))), new(Own, () => Task.FromResult(JsonModel.Parse<ChatResult>(json)))],
            [new(Expert, () => PostAsync(http)), new(Own, () => client.Chat.CreateChatCompletionAsync(request))]);

        static ExpertCompletion? Experts(byte[] json) => JsonSerializer.Deserialize(json, ExpertAnswerJson.Default.ExpertCompletion);

        static async Task PostAsync(HttpClient http)
        {
            using var content = new StringContent("""{"model":"a/b","messages":[{"role":"user","content":"x"}]}""", null, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://openrouter.ai/api/v1/chat/completions")) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            await JsonSerializer.DeserializeAsync(body, ExpertAnswerJson.Default.ExpertCompletion);
        }
    }

    // Both must have read all of it: what they write back says the same as what came.
    private static void Verify(byte[] json, JsonElement expert, IJsonWritable own)
    {
        using var document = JsonDocument.Parse(json);
        var expected = JsonPrint.Of(document.RootElement);
        foreach (var (name, element) in new[] { (Expert, expert), (Own, JsonModel.ToElement(own)) })
        {
            if (JsonPrint.Of(element) is var print && print != expected)
            {
                throw new InvalidOperationException($"{name} did not read all of the answer: {JsonPrint.Difference(expected, print)}");
            }
        }
    }
}
