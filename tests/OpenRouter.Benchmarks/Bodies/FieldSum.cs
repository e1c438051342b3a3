using System.Text.Json;

namespace OpenRouter.Benchmarks.Bodies;

/// <summary>The sum over every field of every chunk before the finish reason, read by System.Text.Json's document: what a contender that reads every field must reach.</summary>
internal static class FieldSum
{
    public static long Of(string? text) => string.IsNullOrEmpty(text) ? 0 : text.Length + text[0];

    public static long Of(double number) => BitConverter.DoubleToInt64Bits(number) >> 8;

    public static long Of(byte[] body)
    {
        long sum = 0;
        foreach (var line in body.AsSpan().Split((byte)'\n'))
        {
            if (body.AsSpan()[line] is not [(byte)'d', _, _, _, _, _, (byte)'{', ..])
            {
                continue;
            }

            using var chunk = JsonDocument.Parse(body.AsMemory()[line][6..]);
            if (chunk.RootElement.GetProperty("choices")[0].GetProperty("finish_reason").ValueKind == JsonValueKind.Null)
            {
                sum = unchecked(sum + Of(chunk.RootElement, isDouble: false));
            }
        }

        return sum;
    }

    private static long Of(JsonElement element, bool isDouble) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Aggregate(0L, static (sum, member) => unchecked(sum + Of(member.Value, member.NameEquals("logprob")))),
        JsonValueKind.Array => element.EnumerateArray().Aggregate(0L, static (sum, item) => unchecked(sum + Of(item, isDouble: false))),
        JsonValueKind.String => Of(element.GetString()),
        JsonValueKind.Number => isDouble ? Of(element.GetDouble()) : element.GetInt64(),
        _ => 0,
    };
}
