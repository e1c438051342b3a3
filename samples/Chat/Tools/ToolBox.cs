using System.Text.Json;
using OpenRouter.Runtime.Streaming;

namespace Chat.Tools;

/// <summary>The functions that a model may call. They do nothing that cannot be undone, so nobody is asked before they run.</summary>
internal static class ToolBox
{
    public static IReadOnlyList<ChatTool> All { get; } = [CurrentTime.Tool, RollDice.Tool];

    /// <summary>Runs a call. It throws for nothing that a model wrote.</summary>
    public static string Run(ToolCall call)
    {
        if (All.FirstOrDefault(tool => tool.Definition.Name == call.Name) is not { } tool)
        {
            return $"There is no function {call.Name}.";
        }

        if (!call.IsComplete)
        {
            return "The arguments are cut off.";
        }

        try
        {
            using var arguments = JsonDocument.Parse(call.Arguments.Length > 0 ? call.Arguments : "{}");
            return arguments.RootElement.ValueKind == JsonValueKind.Object ? tool.Run(arguments.RootElement) : "The arguments are not an object.";
        }
        catch (JsonException exception)
        {
            return $"The arguments are no JSON: {exception.Message}";
        }
    }
}
