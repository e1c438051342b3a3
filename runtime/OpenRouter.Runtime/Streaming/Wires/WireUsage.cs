using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>Reads usage in the words of each wire.</summary>
internal static class WireUsage
{
    /// <summary>The usage alone, as an answer would hold it.</summary>
    public static TokenUsage? Read(JsonElement usage)
    {
        var answer = new ChatAccumulator(long.MaxValue);
        Describe(usage, answer);
        return answer.UsageSoFar;
    }

    /// <summary>Tells the usage to an answer. What is no count counts as absent.</summary>
    public static void Describe(JsonElement usage, ChatAccumulator answer)
    {
        var prompt = usage.Number("input_tokens") ?? usage.Number("prompt_tokens");
        var completion = usage.Number("output_tokens") ?? usage.Number("completion_tokens");
        var read = usage.Number("cache_read_input_tokens");

        // This wire counts what went through the cache beside the input; elsewhere it is a part of the prompt, and so it is here.
        prompt += (read ?? 0) + (usage.Number("cache_creation_input_tokens") ?? 0);
        var input = usage.Get("input_tokens_details") ?? usage.Get("prompt_tokens_details") ?? default;
        var output = usage.Get("output_tokens_details") ?? usage.Get("completion_tokens_details") ?? default;
        answer.Usage(
            ChatEnd.Writable(usage),
            prompt,
            completion,
            usage.Number("total_tokens") ?? (prompt + completion),
            output.Number("reasoning_tokens") ?? output.Number("thinking_tokens"),
            input.Number("cached_tokens") ?? read,
            usage.Amount("cost"));
    }

    /// <summary>Usage that a later event corrects: its counts replace those of the same name, the others stay.</summary>
    public static JsonElement Corrected(JsonElement? earlier, JsonElement later)
    {
        if (earlier is not { ValueKind: JsonValueKind.Object } first || later.ValueKind != JsonValueKind.Object)
        {
            return later;
        }

        var members = new JsonExtras();
        foreach (var member in first.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        foreach (var member in later.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                members[member.Name] = member.Value;
            }
        }

        return JsonModel.ToElement(new JsonBody(writer =>
        {
            writer.WriteStartObject();
            members.WriteTo(writer);
            writer.WriteEndObject();
        }));
    }
}
