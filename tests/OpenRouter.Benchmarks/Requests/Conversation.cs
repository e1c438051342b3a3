using System.Text.Json;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Requests;

/// <summary>A hundred messages, ten of them with an image of 60 KB, and a dozen tools: what an agent sends after a while.</summary>
internal static class Conversation
{
    public const string Model = "anthropic/claude-haiku-4.5";
    public const int MaxTokens = 4096;
    public const double Temperature = 0.7;

    public static readonly IReadOnlyList<Turn> Turns = WriteTurns();

    public static readonly IReadOnlyList<(string Name, string Description, JsonElement Parameters)> Tools = [.. Enumerable.Range(0, 12).Select(WriteTool)];

    private static List<Turn> WriteTurns()
    {
        var random = new Random(5);
        var turns = new List<Turn> { new("system", "You are a careful assistant. Answer in the language of the question.") };
        while (turns.Count < 100)
        {
            var call = $"toolu_bdrk_{turns.Count:d4}";
            turns.Add(new("user", Text(random, 300), Image: turns.Count % 10 == 1 ? Image(random) : null));
            turns.Add(new("assistant", Text(random, 900)));
            turns.Add(new("user", Text(random, 200)));
            turns.Add(new("assistant", Text(random, 80), CallId: call, Arguments: "{\"path\": \"C:\\\\data\\\\" + turns.Count + ".json\", \"limit\": 50}"));
            turns.Add(new("tool", Text(random, 1200), CallId: call));
        }

        return turns[..100];
    }

    private static string Text(Random random, int length) => LargeText.Next(random)[..length];

    private static string Image(Random random)
    {
        var bytes = new byte[60 * 1024];
        random.NextBytes(bytes);
        return "data:image/png;base64," + Convert.ToBase64String(bytes);
    }

    private static (string Name, string Description, JsonElement Parameters) WriteTool(int number) => (
        $"read_records_{number}",
        "Reads records of a file that match a query, from the newest to the oldest. Use it when the user asks for \"data\".",
        JsonElement.Parse("""{"type":"object","properties":{"path":{"type":"string","description":"Where the file is."},"query":{"type":"string","description":"Words, \"quoted\" to be taken as they are."},"limit":{"type":"integer","minimum":1,"maximum":500},"order":{"type":"string","enum":["newest","oldest"]}},"required":["path"],"additionalProperties":false}"""));
}
