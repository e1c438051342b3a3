namespace WebApi.Chat;

/// <summary>What a caller may say: text, and which preset answers. Instructions, tools and settings of the provider are the server's.</summary>
internal sealed record ChatInput
{
    /// <summary>The name of a preset.</summary>
    public required string Preset { get; init; }

    /// <summary>One of the models of the preset; its first one when this is not given.</summary>
    public string? Model { get; init; }

    /// <summary>The conversation; the last message is of the user.</summary>
    public required IReadOnlyList<MessageInput> Messages { get; init; }
}
