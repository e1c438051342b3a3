using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenRouter.Benchmarks.Requests;

/// <summary>The conversation in an expert's types, which System.Text.Json writes by its fast path: no converters, no polymorphism.</summary>
internal sealed class ExpertRequest
{
    public required string Model { get; set; }

    public required List<ExpertMessage> Messages { get; set; }

    public List<ExpertTool>? Tools { get; set; }

    public int? MaxTokens { get; set; }

    public double? Temperature { get; set; }

    public bool? Stream { get; set; }

    public static ExpertRequest Create() => new()
    {
        Model = Conversation.Model,
        Messages = [.. Conversation.Turns.Select(Message)],
        Tools = [.. Conversation.Tools.Select(static tool => new ExpertTool { Function = new() { Name = tool.Name, Description = tool.Description, Parameters = tool.Parameters } })],
        MaxTokens = Conversation.MaxTokens,
        Temperature = Conversation.Temperature,
        Stream = false,
    };

    private static ExpertMessage Message(Turn turn)
    {
        var content = new List<ExpertPart> { new() { Type = "text", Text = turn.Text } };
        if (turn.Image is { } image)
        {
            content.Add(new() { Type = "image_url", ImageUrl = new() { Url = image } });
        }

        return new ExpertMessage
        {
            Role = turn.Role,
            Content = content,
            ToolCallId = turn.Role == "tool" ? turn.CallId : null,
            ToolCalls = turn.Arguments is { } arguments ? [new() { Id = turn.CallId!, Function = new() { Name = "read_records_0", Arguments = arguments } }] : null,
        };
    }
}

internal sealed class ExpertMessage
{
    public required string Role { get; set; }

    public List<ExpertPart>? Content { get; set; }

    public List<ExpertRequestCall>? ToolCalls { get; set; }

    public string? ToolCallId { get; set; }
}

internal sealed class ExpertPart
{
    public required string Type { get; set; }

    public string? Text { get; set; }

    public ExpertPartImage? ImageUrl { get; set; }
}

internal sealed class ExpertPartImage
{
    public required string Url { get; set; }

    public string? Detail { get; set; }
}

internal sealed class ExpertRequestCall
{
    public required string Id { get; set; }

    public string Type { get; set; } = "function";

    public required ExpertRequestCallFunction Function { get; set; }
}

internal sealed class ExpertRequestCallFunction
{
    public required string Name { get; set; }

    public required string Arguments { get; set; }
}

internal sealed class ExpertTool
{
    public string Type { get; set; } = "function";

    public required ExpertToolFunction Function { get; set; }
}

internal sealed class ExpertToolFunction
{
    public required string Name { get; set; }

    public string? Description { get; set; }

    public JsonElement Parameters { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExpertRequest))]
internal sealed partial class ExpertRequestJson : JsonSerializerContext;
