using System.Globalization;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using WebApi.Limits;
using WebApi.Relay;
using WebApi.Settings;
using WebApi.Web;

namespace WebApi.Chat;

/// <summary><c>POST /api/chat</c>: checks what was asked, and has the answer relayed.</summary>
internal sealed class ChatEndpoint(IOpenRouterClient client, AnswerRelay relay, IOptions<RelaySettings> settings)
{
    public const string Path = "/api/chat";

    public static void Map(WebApplication app)
        => app.MapPost(Path, static context => context.RequestServices.GetRequiredService<ChatEndpoint>().RunAsync(context))
            .WithMetadata(new LimitedAttribute(Limit.Streams));

    private async Task RunAsync(HttpContext context)
    {
        var input = await JsonBody.ReadAsync(context, RelayJson.Default.ChatInput);
        Check(input);
        var preset = settings.Value.Presets.TryGetValue(input.Preset, out var found) ? found : throw new RefusedException(PublicErrors.UnknownPreset);
        var model = input.Model ?? preset.Models[0];
        if (!preset.Models.Contains(model))
        {
            throw new RefusedException(PublicErrors.UnknownModel);
        }

        var maxTokens = Math.Min(preset.MaxTokens, settings.Value.MaxTokens);
        await relay.RunAsync(context, new RelayedCall
        {
            Name = input.Preset,
            Model = model,
            Characters = input.Messages.Sum(static message => message.Text.Length) + (preset.System?.Length ?? 0),
            MaxTokens = maxTokens,
            Open = token => Request(input, preset, model, maxTokens).StreamAsync(token),
        });
    }

    private OpenRouter.Api.CreateStreamingChatCompletionBuilder Request(ChatInput input, PresetSettings preset, string model, int maxTokens)
    {
        var request = client.Chat.CreateStreamingChatCompletion(model).WithMaxTokens(maxTokens);
        if (preset.System is { Length: > 0 } system)
        {
            request.AddSystemMessage(system);
        }

        if (preset.Temperature is { } temperature)
        {
            request.WithTemperature(temperature);
        }

        foreach (var message in input.Messages)
        {
            _ = message.Role == MessageInput.User ? request.AddUserMessage(message.Text) : request.AddAssistantMessage(message.Text);
        }

        return request;
    }

    private void Check(ChatInput input)
    {
        var limits = settings.Value;
        if (input.Messages.Count == 0 || input.Messages.Count > limits.MaxMessages)
        {
            throw Refuse($"$.messages must hold 1 to {limits.MaxMessages} messages.");
        }

        for (var index = 0; index < input.Messages.Count; index++)
        {
            if (input.Messages[index] is not { Role: MessageInput.User or MessageInput.Assistant } message || string.IsNullOrWhiteSpace(message.Text))
            {
                throw Refuse($"$.messages[{index}] must have the role user or assistant and a text that is not empty.");
            }
        }

        if (input.Messages[^1].Role != MessageInput.User)
        {
            throw Refuse($"The last of $.messages must be of the role user.");
        }

        if (input.Messages.Sum(static message => message.Text.Length) > limits.MaxCharacters)
        {
            throw Refuse($"$.messages must hold at most {limits.MaxCharacters} characters together.");
        }
    }

    private static RefusedException Refuse(FormattableString message) => new(PublicErrors.Invalid(message.ToString(CultureInfo.InvariantCulture)));
}
