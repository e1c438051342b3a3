using System.Text.Json.Serialization;

namespace Worker.Jobs;

/// <summary>
/// What a caller asks for. It is a small record and not the request of the API: what a caller may set is what stands here, so no caller can choose
/// tools, providers or a price that the operator did not think of.
/// </summary>
internal sealed record JobRequest
{
    /// <summary>The model; null for the default one.</summary>
    public string? Model { get; init; }

    /// <summary>The conversation, oldest message first.</summary>
    public IReadOnlyList<JobMessage>? Messages { get; init; }

    /// <summary>The most tokens of the answer.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>What the next attempt does with the text of one that broke off: <c>restart</c> (default) or <c>continue</c>.</summary>
    public string? OnInterruption { get; init; }

    /// <summary>Whether the next attempt goes on from the text that is there.</summary>
    [JsonIgnore]
    public bool Continues => OnInterruption == "continue";

    /// <summary>Finds what is wrong with a request.</summary>
    /// <param name="models">The models that may be asked for.</param>
    /// <returns>What is wrong and where, or null.</returns>
    public string? Problem(ICollection<string> models)
    {
        if (Model is not null && !models.Contains(Model))
        {
            return $"model: it is not one of the models of this service ({string.Join(", ", models)}).";
        }

        if (Messages is not { Count: > 0 })
        {
            return "messages: at least one is needed.";
        }

        for (var index = 0; index < Messages.Count; index++)
        {
            if (Messages[index] is not { Role: "system" or "user" or "assistant" } message)
            {
                return $"messages[{index}].role: it must be system, user or assistant.";
            }

            if (string.IsNullOrEmpty(message.Content))
            {
                return $"messages[{index}].content: it is empty.";
            }
        }

        if (Messages[^1].Role != "user")
        {
            return "messages: the last one must be of the user.";
        }

        if (MaxTokens is < 1 or > 1_000_000)
        {
            return "max_tokens: it must be 1 to 1000000.";
        }

        return OnInterruption is null or "restart" or "continue" ? null : "on_interruption: it must be restart or continue.";
    }
}
