using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using WebApi.Limits;
using WebApi.Relay;
using WebApi.Settings;

namespace WebApi.Controllers;

/// <summary>Streams answers of a model as server-sent events.</summary>
[ApiController]
[Authorize]
[Route("api/[controller]")]
[Produces("text/event-stream")]
public sealed class StreamingChatController : ControllerBase
{
    private const string Preset = "default";
    private readonly IOpenRouterClient _openRouterClient;
    private readonly AnswerRelay _relay;
    private readonly RelaySettings _settings;

    /// <summary>Takes what the container has.</summary>
    public StreamingChatController(IOpenRouterClient openRouterClient, IServiceProvider services)
    {
        _openRouterClient = openRouterClient;
        // The relay is internal to the program, and a controller has to be public.
        _relay = services.GetRequiredService<AnswerRelay>();
        _settings = services.GetRequiredService<IOptions<RelaySettings>>().Value;
    }

    /// <summary>Asks, and passes the answer on until it ends or the caller leaves.</summary>
    /// <param name="request">What is asked.</param>
    [HttpPost("stream")]
    [Consumes("application/json")]
    [Limited(Limit.Streams)]
    public Task StreamChatCompletionAsync([FromBody] StreamChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var preset = _settings.Presets[Preset];
        var model = request.Model ?? preset.Models[0];
        if (!preset.Models.Contains(model))
        {
            throw new RefusedException(PublicErrors.UnknownModel);
        }

        var maxTokens = Math.Min(request.MaxTokens ?? preset.MaxTokens, Math.Min(preset.MaxTokens, _settings.MaxTokens));
        var streamingRequest = _openRouterClient.Chat
            .CreateStreamingChatCompletion(model)
            .AddSystemMessage(preset.System ?? "You are a helpful assistant.")
            .AddUserMessage(request.Message)
            .WithTemperature(request.Temperature ?? 0.7)
            .WithMaxTokens(maxTokens);

        return _relay.RunAsync(HttpContext, new RelayedCall
        {
            Name = Preset,
            Model = model,
            Characters = request.Message.Length + (preset.System?.Length ?? 0),
            MaxTokens = maxTokens,
            Open = token => streamingRequest.StreamAsync(token),
        });
    }
}
