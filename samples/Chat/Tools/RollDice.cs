using System.Globalization;
using System.Text.Json;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;

namespace Chat.Tools;

/// <summary>Dice.</summary>
internal static class RollDice
{
    private const int Most = 100;

    public static ChatTool Tool { get; } = new(
        JsonModel.Parse<ChatFunctionDefinition>(
            """
            {
              "name": "roll_dice",
              "description": "Rolls dice and gives what each shows.",
              "parameters": {
                "type": "object",
                "properties": {
                  "count": { "type": "integer", "minimum": 1, "maximum": 100 },
                  "sides": { "type": "integer", "minimum": 2, "maximum": 100 }
                },
                "required": ["count"]
              }
            }
            """),
        Run);

    private static string Run(JsonElement arguments)
    {
        // The schema is a wish; a model may send what it forbids.
        if (!TryRead(arguments, "count", 1, 1, out var count) || !TryRead(arguments, "sides", 6, 2, out var sides))
        {
            return "count goes from 1 to 100, sides from 2 to 100.";
        }

        var eyes = new string[count];
        for (var die = 0; die < count; die++)
        {
            eyes[die] = (Random.Shared.Next(sides) + 1).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(' ', eyes);
    }

    private static bool TryRead(JsonElement arguments, string name, int otherwise, int least, out int value)
    {
        value = otherwise;
        return !arguments.TryGetProperty(name, out var given)
            || (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out value) && value >= least && value <= Most);
    }
}
