namespace WebApi.Chat;

/// <summary>A message of a conversation.</summary>
internal sealed record MessageInput
{
    public const string User = "user";
    public const string Assistant = "assistant";

    /// <summary><see cref="User"/> or <see cref="Assistant"/>.</summary>
    public required string Role { get; init; }

    /// <summary>The text. It is only ever sent as text: an address in it is not fetched by anybody here.</summary>
    public required string Text { get; init; }
}
