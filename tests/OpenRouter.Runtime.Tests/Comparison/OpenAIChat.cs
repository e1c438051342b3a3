using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using OpenAI;
using OpenAI.Chat;

namespace OpenRouter.Runtime.Tests.Comparison;

/// <summary>The OpenAI client, pointed at a service of the same protocol as its documentation shows.</summary>
internal static class OpenAIChat
{
    public const string Name = "OpenAI 2.15.0";

    public static async Task<ChatReading> ReadAsync(ChatEnding ending, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(ChatService.For(ending));
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://openrouter.test/api/v1"), Transport = new HttpClientPipelineTransport(http) };
        var client = new ChatClient("acme/one", new ApiKeyCredential("test"), options);
        var text = new StringBuilder();
        try
        {
            await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("x")], cancellationToken: cancellationToken))
            {
                foreach (var part in update.ContentUpdate)
                {
                    text.Append(part.Text);
                }
            }

            return new ChatReading(text.ToString(), null, IsTyped: true);
        }
        catch (Exception failure)
        {
            return new ChatReading(text.ToString(), failure, failure is ClientResultException or IOException or HttpRequestException);
        }
    }
}
