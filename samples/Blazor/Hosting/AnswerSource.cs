namespace BlazorChat.Hosting;

/// <summary>Who answers, for the page to say.</summary>
/// <param name="IsEmulated">True when there is no key and the emulator inside this program answers.</param>
public sealed record AnswerSource(bool IsEmulated);
