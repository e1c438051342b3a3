using System.Globalization;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace Chat.Tools;

/// <summary>The time in a zone.</summary>
internal static class CurrentTime
{
    public static ChatTool Tool { get; } = new(
        JsonModel.Parse<ChatFunctionDefinition>(
            """
            {
              "name": "current_time",
              "description": "The date and time now, in a time zone.",
              "parameters": {
                "type": "object",
                "properties": { "zone": { "type": "string", "description": "The zone by its IANA name, such as Europe/Zurich. UTC when it is left out." } }
              }
            }
            """),
        Run);

    private static string Run(JsonElement arguments)
    {
        var zone = arguments.TryGetProperty("zone", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), found).ToString("dddd, yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)
            : $"There is no time zone {zone}.";
    }
}
